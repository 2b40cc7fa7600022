#pragma once

#include <string>

#include "generator/page.hpp"
#include "generator/site.hpp"
#include "model/provider.hpp"
#include "model/service.hpp"

/// What pages tell machines about themselves: schema.org, as JSON-LD. Each function makes the whole
/// text of one <script type="application/ld+json">. Phones and e-mail addresses in it are those
/// that the page shows, and nothing in it depends on the day, so that no page is drawn again for
/// it.
namespace okienko::generator {

/// BreadcrumbList: from the home page to the page itself. Empty for a page without a way to it, and
/// for one that search engines leave out.
std::string breadcrumb_data(const Site& site, const PageHead& head);

/// GovernmentService: for every service sheet. Italy's rules for municipal sites name the members
/// that it must have (C.SI.1.3).
std::string service_data(const Site& site, const model::Service& service);

/// GovernmentOrganization: the centre itself, for the home page and the page of contacts.
std::string centre_data(const Site& site);

/// NGO, GovernmentOrganization, MedicalOrganization or Organization: for a provider's own page.
std::string provider_data(const Site& site, const model::Provider& provider);

/// NewsArticle: for a piece of news.
std::string news_data(const Site& site, const ContentPage& page);

}  // namespace okienko::generator
