// make_workload N SHARE INSTANCE: a centre with N invented services, N/10 providers and 50 news,
// ready for `okienko build`. SHARE is the folder of themes/ and db/demo/. The same N gives the same
// bytes.
#include <cstdlib>
#include <exception>
#include <iostream>

#include "bench/workload/catalogue.hpp"
#include "bench/workload/okienko_instance.hpp"

int main(int argc, char** argv) try {
    using namespace okienko::bench;
    if (argc != 4) {
        std::cerr << "usage: make_workload N SHARE INSTANCE\n";
        return 2;
    }
    auto catalogue = invented_catalogue(std::strtoul(argv[1], nullptr, 10), argv[2]);
    write_instance(argv[3], argv[2], catalogue, invented_news(kNews));
} catch (const std::exception& error) {
    std::cerr << "make_workload: " << error.what() << "\n";
    return 3;
}
