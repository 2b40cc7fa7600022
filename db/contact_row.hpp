#pragma once

#include "db/statement_row.hpp"
#include "model/contact.hpp"

/// The columns of `contact` beside its owner and position: services and providers have the same.
namespace okienko::db {

inline void bind_contact(RowInsert& row, const model::Contact& contact) {
    row.bind(":role", contact.role)
        .bind_optional(":phone", contact.phone)
        .bind_optional(":extension", contact.extension)
        .bind_optional(":email", contact.email)
        .bind_optional(":room", contact.room)
        .bind_optional(":hours", contact.hours);
}

/// Reads role, phone, extension, email, room, hours.
inline model::Contact read_contact(RowCursor& row) {
    return {row.text(), row.text(), row.text(), row.text(), row.text(), row.text()};
}

}  // namespace okienko::db
