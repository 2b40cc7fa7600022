#include "exchange/export.hpp"

#include "db/catalogue_store.hpp"
#include "db/source_records.hpp"
#include "exchange/csv_export.hpp"

namespace okienko::exchange {

void export_catalogue(const std::filesystem::path& file, Format format, const Sink& sink) {
    auto catalogue = db::read_catalogue(file);
    auto sources = db::read_source_records(file);
    if (format == Format::Csv) return export_csv(catalogue, sources, sink);
    Originals originals;
    for (auto& each : sources) {
        if (!each.original.empty()) originals.emplace(each.uuid, std::move(each.original));
    }
    export_hsds(catalogue, originals, sink);
}

}  // namespace okienko::exchange
