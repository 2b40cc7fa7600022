// make_hugo_site N SHARE FOLDER: the centre of make_workload as a site for Hugo: the same cards and
// news, with the layouts of bench/hugo. The same N gives the same bytes.
#include <cstdlib>
#include <exception>
#include <iostream>

#include "bench/workload/catalogue.hpp"
#include "bench/workload/hugo_site.hpp"

int main(int argc, char** argv) try {
    using namespace okienko::bench;
    if (argc != 4) {
        std::cerr << "usage: make_hugo_site N SHARE FOLDER\n";
        return 2;
    }
    auto catalogue = invented_catalogue(std::strtoul(argv[1], nullptr, 10), argv[2]);
    write_hugo_site(argv[3], argv[2], catalogue, invented_news(kNews));
} catch (const std::exception& error) {
    std::cerr << "make_hugo_site: " << error.what() << "\n";
    return 3;
}
