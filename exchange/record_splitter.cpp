#include "exchange/record_splitter.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "language/characters.hpp"

namespace okienko::exchange {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18U;

/// Walks over a JSON text bracket by bracket, and knows what is within quotation marks.
class ObjectFinder {
  public:
    explicit ObjectFinder(std::string_view text) : text_(text) {}

    /// The objects that are records.
    std::vector<Chunk::Record> find() {
        for (std::size_t i = 0; i < text_.size(); ++i) {
            char c = text_[i];
            if (c == '\n') ++line_;
            if (c == '"') {
                i = skip_string(i);
            } else if (c == '{' || c == '[') {
                open(i);
            } else if ((c == '}' || c == ']') && depth_ > 0) {
                close(i);
            }
        }
        // What never closes is a record too, so that its reader can say what is wrong.
        if (depth_ > record_depth_ && begin_ != kNone) add(text_.size());
        return std::move(records_);
    }

  private:
    static constexpr std::size_t kNone = std::string_view::npos;

    std::size_t skip_string(std::size_t from) {
        auto i = from + 1;
        for (; i < text_.size() && text_[i] != '"'; ++i) {
            if (text_[i] == '\n') ++line_;
            if (text_[i] == '\\') ++i;
        }
        last_string_ = text_.substr(from + 1, std::min(i, text_.size()) - from - 1);
        return i;
    }

    void open(std::size_t at) {
        bool array = text_[at] == '[';
        if (depth_ == record_depth_) {
            if (array) {
                ++record_depth_;
            } else {
                begin_ = at;
                begin_line_ = line_;
            }
        } else if (array && depth_ == record_depth_ + 1 && last_string_ == "contents" &&
                   records_.empty()) {
            record_depth_ += 2;
            begin_ = kNone;
        }
        ++depth_;
    }

    void close(std::size_t at) {
        --depth_;
        if (depth_ == record_depth_ && begin_ != kNone) add(at + 1);
    }

    void add(std::size_t end) {
        records_.push_back({begin_, end, begin_line_});
        begin_ = kNone;
    }

    std::string_view text_;
    std::string_view last_string_;
    std::vector<Chunk::Record> records_;
    int depth_ = 0;
    int record_depth_ = 0;
    int line_ = 1;
    std::size_t begin_ = kNone;
    int begin_line_ = 1;
};

/// Whether brackets that open in a line also close in it.
bool is_whole(std::string_view line) {
    int depth = 0;
    bool text = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        char c = line[i];
        if (text) {
            if (c == '\\') ++i;
            if (c == '"') text = false;
        } else if (c == '"') {
            text = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return depth <= 0 && !text;
}

/// Whether a text that begins so is NDJSON: its first line is one object.
bool is_ndjson(std::string_view text) {
    auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return true;
    auto line = text.substr(begin, text.find('\n', begin) - begin);
    if (line.front() != '{') return line.front() != '[';
    bool page = line.find("\"contents\"") != std::string_view::npos &&
                line.find("\"status\"") == std::string_view::npos;
    // A broken line followed by others that are objects of their own is a mistake in NDJSON.
    auto next = text.find('\n', begin);
    bool objects = next != std::string_view::npos && text.substr(next + 1).starts_with("{\"");
    return !page && (is_whole(line) || objects);
}

}  // namespace

std::string RecordSplitter::spare_text() {
    if (spare_.empty()) return {};
    auto text = std::move(spare_.back());
    spare_.pop_back();
    return text;
}

std::optional<Chunk> RecordSplitter::next() {
    while (!ended_) {
        auto text = spare_text();
        auto known = rest_.size();
        // A text that is long enough is not cleared.
        if (text.size() < known + kChunk) text.resize(known + kChunk);
        rest_.copy(text.data(), known);
        in_.read(text.data() + known, static_cast<std::streamsize>(kChunk));
        auto size = known + static_cast<std::size_t>(in_.gcount());
        ended_ = static_cast<std::size_t>(in_.gcount()) < kChunk;
        std::size_t begin = 0;
        if (!begun_) {
            begun_ = true;
            constexpr std::string_view kByteOrder = "\xEF\xBB\xBF";
            std::string_view beginning{text.data(), size};
            if (beginning.starts_with(kByteOrder)) begin = kByteOrder.size();
            if (!is_ndjson(beginning.substr(begin))) {
                return whole_text(std::string{beginning.substr(begin)});
            }
        }
        auto end = ended_ ? size : std::string_view{text.data(), size}.rfind('\n') + 1;
        end = std::max(begin, end);
        rest_.assign(text, end, size - end);
        Chunk chunk{std::move(text), {}, end - begin};
        std::string_view lines{chunk.text.data(), end};
        for (; begin < end; ++line_) {
            auto line_end = std::min(lines.find('\n', begin), end);
            if (!language::is_blank(lines.substr(begin, line_end - begin))) {
                chunk.records.push_back({begin, line_end, line_});
            }
            begin = line_end + 1;
        }
        if (!chunk.records.empty()) return chunk;
    }
    return std::nullopt;
}

std::optional<Chunk> RecordSplitter::whole_text(std::string text) {
    in_.clear();
    text.append(std::istreambuf_iterator<char>{in_}, {});
    ended_ = true;
    auto size = text.size();
    Chunk chunk{std::move(text), {}, size};
    chunk.records = ObjectFinder{chunk.text}.find();
    if (chunk.records.empty()) chunk.records.push_back({0, chunk.text.size(), 1});
    return chunk;
}

}  // namespace okienko::exchange
