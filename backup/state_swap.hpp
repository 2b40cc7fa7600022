#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// Replaces all parts of a centre by others, as if in one moment.
///
/// The new state is put together in `.restore/new/` of the centre's folder. When it is whole and on
/// disk, `.restore/journal` says which parts go where: from then on the new state counts. A swap
/// that was killed is carried on by whoever comes next; one that was killed before the journal is
/// cleared away. The old parts are kept in a folder beside, which is a centre's folder, too.
namespace okienko::backup {

/// What a swap did.
struct SwapReport {
    std::string old_state;  ///< The folder with the old parts; empty when there were none.
    std::vector<std::string> not_replaced;  ///< Old parts that the new state has nothing for.
};

/// A state that is being put together. Destroyed without a swap, it leaves nothing. The caller
/// holds an InstanceTakeover as long as it lives.
class NewState {
  public:
    explicit NewState(std::filesystem::path root);
    NewState(const NewState&) = delete;
    NewState& operator=(const NewState&) = delete;
    ~NewState();

    /// Empty at first; only its owner can look into it.
    [[nodiscard]] std::filesystem::path folder() const;

    /// Gives the new state to the owner of the centre's folder, flushes it to disk and puts it in
    /// the place of the old one, which moves to `name`, or "<name>-02" … when that is taken. Throws
    /// FileError when a part cannot be moved (another file system is mounted on it); then
    /// everything is as it was.
    SwapReport swap_in(const std::string& name);

  private:
    std::filesystem::path root_;
};

/// True when a swap, or the making of a new state, has begun there and not ended.
bool has_unsettled_swap(const std::filesystem::path& root);

/// Finishes a swap whose journal is there and clears away what is left of others. Harmless when
/// there is nothing to do. The caller has locked everybody else out.
void settle_swap(const std::filesystem::path& root);

}  // namespace okienko::backup
