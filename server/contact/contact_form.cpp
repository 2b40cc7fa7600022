#include "server/contact/contact_form.hpp"

#include "language/utf8.hpp"
#include "model/identifiers.hpp"

namespace okienko::server {
namespace {

namespace field = contact_field;

constexpr std::size_t kLongestSender = 80;
constexpr std::size_t kLongestLine = 120;
constexpr std::size_t kLongestText = 4000;
constexpr int kMostLinks = 2;

/// "857 152 550", "+48 857-152-550" → "+48857152550".
std::string dialled(std::string_view text) {
    std::string digits;
    for (char c : text) {
        bool plus = c == '+' && digits.empty();
        if ((c >= '0' && c <= '9') || plus) digits += c;
        bool mark = c == ' ' || c == '-' || c == '(' || c == ')' || c == '/' || c == '.';
        if (!mark && !plus && (c < '0' || c > '9')) return std::string{text};
    }
    if (digits.starts_with("00")) digits = "+" + digits.substr(2);
    if (digits.size() == 10 && digits.starts_with('0')) digits.erase(0, 1);
    return digits.size() == 9 ? "+48" + digits : digits;
}

int links_in(std::string_view text) {
    int links = 0;
    for (std::string_view scheme : {"http://", "https://", "www."}) {
        for (auto at = text.find(scheme); at != std::string_view::npos;
             at = text.find(scheme, at + scheme.size())) {
            bool within_address = scheme == "www." && at >= 3 && text.substr(at - 3, 3) == "://";
            if (!within_address) ++links;
        }
    }
    return links;
}

class ContactCheck {
  public:
    explicit ContactCheck(const ContactForm& form) : form_(form) {}

    model::Checked<model::Message, FieldFault> run() {
        need(field::kSender, form_.sender, kLongestSender, "sender_missing", "sender_long");
        check_ways_to_answer();
        limit(field::kHours, form_.hours, kLongestLine, "hours_long");
        need(field::kSubject, form_.subject, kLongestLine, "subject_missing", "subject_long");
        need(field::kText, form_.text, kLongestText, "text_missing", "text_long");
        if (links_in(form_.text) > kMostLinks) fault(field::kText, "text_links");
        check_pesel();
        if (!faults_.empty()) return faults_;
        return model::Message{.sender = form_.sender,
                              .phone = form_.phone.empty() ? std::string{} : dialled(form_.phone),
                              .email = form_.email,
                              .preferred_hours = form_.hours,
                              .subject = form_.subject,
                              .service = form_.service,
                              .text = form_.text};
    }

  private:
    void fault(std::string_view field, std::string_view word) { faults_.push_back({field, word}); }

    void need(std::string_view field,
              const std::string& value,
              std::size_t longest,
              std::string_view missing,
              std::string_view too_long) {
        if (value.empty()) return fault(field, missing);
        limit(field, value, longest, too_long);
    }

    void limit(std::string_view field,
               const std::string& value,
               std::size_t longest,
               std::string_view too_long) {
        if (language::character_count(value) > longest) fault(field, too_long);
    }

    void check_ways_to_answer() {
        if (form_.phone.empty() && form_.email.empty()) {
            return fault(field::kPhone, "answer_missing");
        }
        if (!form_.phone.empty() && !model::is_phone(dialled(form_.phone))) {
            fault(field::kPhone, "phone_wrong");
        }
        if (!form_.email.empty() && !model::is_email(form_.email)) {
            fault(field::kEmail, "email_wrong");
        }
    }

    void check_pesel() {
        if (form_.pesel_meant) return;
        for (const auto& [field, value] :
             {std::pair{field::kSubject, &form_.subject}, std::pair{field::kText, &form_.text}}) {
            if (model::contains_pesel(*value)) fault(field, "pesel");
        }
    }

    const ContactForm& form_;
    std::vector<FieldFault> faults_;
};

}  // namespace

ContactForm read_contact_form(const FormFields& fields) {
    auto service = fields.line(field::kService);
    return {.sender = fields.line(field::kSender),
            .phone = fields.line(field::kPhone),
            .email = fields.line(field::kEmail),
            .hours = fields.line(field::kHours),
            .subject = fields.line(field::kSubject),
            .service = model::is_slug(service) ? service : std::string{},
            .text = fields.text(field::kText),
            .pesel_meant = fields.line(field::kPeselMeant) == "tak"};
}

model::Checked<model::Message, FieldFault> check_contact_form(const ContactForm& form) {
    return ContactCheck{form}.run();
}

}  // namespace okienko::server
