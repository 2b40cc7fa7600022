#pragma once

#include <string_view>

/// The files of this folder that browsers get, put into the program while it is built
/// (cmake/embed_text.cmake).
namespace okienko::server {

std::string_view reload_js();
std::string_view panel_css();
std::string_view waiting_html();

}  // namespace okienko::server
