// Collections as SQLite tables: "id" and "document", and a column "key_<index>" with an SQL index
// for each index of the collection.
#pragma once

#include <span>
#include <string>

#include "adapters/sqlite/connection.h"
#include "ports/store.h"

namespace laurel::adapters::sqlite {

/// The name of the column that holds the index's keys.
[[nodiscard]] std::string column_of(const ports::Index& index);

/// Makes the tables, columns and indexes that the file lacks, all in one transaction, so that a
/// migration that is killed midway runs again from its start. Nothing is ever removed, so the
/// previous version of Laurel can still open the file. An index that is added to a collection holds
/// a record from the next time on that the record is put; service/reindex.h puts them all.
///
/// Errors: `corrupt` for a file in a newer layout or of another program.
[[nodiscard]] base::Status migrate(Connection& connection,
                                   std::span<const ports::Collection> collections);

}  // namespace laurel::adapters::sqlite
