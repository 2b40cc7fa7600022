#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "db/office.hpp"
#include "tests/cli/served_centre.hpp"
#include "tests/server/mail/scripted_smtp_server.hpp"

/// When the machine fails: an honest page, nothing typed is lost, and the program goes on.
namespace okienko::tests {
namespace {

using namespace std::chrono_literals;

constexpr const char* kPath = "/napisz";

std::string filled(const std::string& token, const std::string& text = "Moje+pytanie") {
    return "formularz=" + token +
           "&imie=Ania&email=ania%40example.org&temat=Klub&wiadomosc=" + text;
}

void expect_honest_page(const std::optional<std::string>& answer) {
    ASSERT_EQ(status_of(answer), 503) << answer.value_or("no answer");
    for (const auto* said : {"Nie udało się tego zapisać",
                             "href=\"tel:112\"",
                             ">\nMoje pytanie</textarea>",
                             "value=\"Ania\"",
                             "value=\"ania@example.org\"",
                             "value=\"Klub\"",
                             "name=\"formularz\""}) {
        EXPECT_NE(answer->find(said), std::string::npos) << said;
    }
    for (const auto* secret : {"office.db", "SQLite", "disk", "database"}) {
        EXPECT_EQ(answer->find(secret), std::string::npos) << secret;
    }
}

std::size_t kept_in(const ServedCentre& centre) {
    db::Office office{centre.office()};
    return office.messages(model::MessageState::Open).size();
}

/// No file of the server can grow, as on a full disk; root is no exception.
class NoFileGrows {
  public:
    explicit NoFileGrows(pid_t process) : process_(process) { set(1); }
    NoFileGrows(const NoFileGrows&) = delete;
    NoFileGrows& operator=(const NoFileGrows&) = delete;
    ~NoFileGrows() { set(RLIM_INFINITY); }

  private:
    void set(rlim_t bytes) const {
        rlimit limit{bytes, RLIM_INFINITY};
        if (::prlimit(process_, RLIMIT_FSIZE, &limit, nullptr) != 0) std::abort();
    }

    pid_t process_;
};

/// A small disk of its own; not every container may have one.
class SmallDisk {
  public:
    explicit SmallDisk(std::filesystem::path folder) : folder_(std::move(folder)) {
        mounted_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=16m") == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
    }

    [[nodiscard]] bool mounted() const { return mounted_; }
    void fill() const {
        std::ofstream ballast{folder_ / "balast", std::ios::binary};
        std::string block(4096, 'x');
        while (ballast.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
        }
    }
    void empty() const { std::filesystem::remove(folder_ / "balast"); }

  private:
    std::filesystem::path folder_;
    bool mounted_ = false;
};

TEST(ServeFailure, AdmitsThatNoFileGrowsAndGoesOnWhenTheyDo) {
    TemporaryFolder folder;
    ServedCentre centre{folder.path()};
    centre.start();
    auto form = filled(centre.token(kPath));
    std::this_thread::sleep_for(4100ms);
    {
        NoFileGrows full{centre.process()};
        for (int i = 0; i < 3; ++i) expect_honest_page(centre.post(kPath, form));
        EXPECT_EQ(status_of(centre.get("/")), 200) << "pages are read as ever";
        EXPECT_TRUE(centre.runs());
    }
    EXPECT_EQ(status_of(centre.post(kPath, form)), 303) << "the same form, sent again";
    EXPECT_EQ(centre.stop().exit_code, 0);
    EXPECT_EQ(kept_in(centre), 1U);
}

TEST(ServeFailure, AdmitsThatTheDiskIsFullAndGoesOnWhenItIsNot) {
    TemporaryFolder folder;
    SmallDisk disk{folder.path()};
    if (!disk.mounted()) GTEST_SKIP() << "no right to mount; the test above needs none";
    ServedCentre centre{folder.path()};
    centre.start();
    auto form = filled(centre.token(kPath));
    std::this_thread::sleep_for(4100ms);
    disk.fill();
    for (int i = 0; i < 3; ++i) expect_honest_page(centre.post(kPath, form));
    EXPECT_NE(centre.log().find("failure OFFICE"), std::string::npos) << centre.log();
    EXPECT_EQ(centre.log().find("Ania"), std::string::npos);
    EXPECT_TRUE(centre.runs());
    disk.empty();
    EXPECT_EQ(status_of(centre.post(kPath, form)), 303) << "the same form, sent again";
    EXPECT_EQ(centre.stop().exit_code, 0);
    EXPECT_EQ(kept_in(centre), 1U);
}

TEST(ServeFailure, AdmitsThatAnotherWriterHoldsTheDatabase) {
    TemporaryFolder folder;
    ServedCentre centre{folder.path()};
    centre.start();
    auto form = filled(centre.token(kPath));
    std::this_thread::sleep_for(4100ms);
    {
        SQLite::Database other{centre.office().string(), SQLite::OPEN_READWRITE};
        SQLite::Transaction held{other, SQLite::TransactionBehavior::IMMEDIATE};
        expect_honest_page(centre.post(kPath, form));
        EXPECT_TRUE(centre.runs());
    }
    EXPECT_EQ(status_of(centre.post(kPath, form)), 303);
    EXPECT_EQ(centre.stop().exit_code, 0);
    EXPECT_EQ(kept_in(centre), 1U);
}

/// office.db cannot be opened: it is a folder, which is one of the few things that stop root, too.
class Unreadable {
  public:
    explicit Unreadable(const ServedCentre& centre)
        : file_(centre.office()), away_(centre.folder() / "office.away") {
        for (const auto* end : {"", "-wal", "-shm"}) move(file_, away_, end);
        std::filesystem::create_directory(file_);
    }
    Unreadable(const Unreadable&) = delete;
    Unreadable& operator=(const Unreadable&) = delete;
    ~Unreadable() {
        std::filesystem::remove(file_);
        for (const auto* end : {"", "-wal", "-shm"}) move(away_, file_, end);
    }

  private:
    static void move(const std::filesystem::path& from,
                     const std::filesystem::path& to,
                     const std::string& end) {
        std::error_code may_be_absent;
        std::filesystem::rename(from.string() + end, to.string() + end, may_be_absent);
    }

    std::filesystem::path file_;
    std::filesystem::path away_;
};

/// Nobody can write in this folder, root neither; not every container may do that.
class ReadOnlyFolder {
  public:
    explicit ReadOnlyFolder(std::filesystem::path folder) : folder_(std::move(folder)) {
        const auto* path = folder_.c_str();
        mounted_ = ::mount(path, path, nullptr, MS_BIND, nullptr) == 0;
        read_only_ =
            mounted_ &&
            ::mount(nullptr, path, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0;
    }
    ReadOnlyFolder(const ReadOnlyFolder&) = delete;
    ReadOnlyFolder& operator=(const ReadOnlyFolder&) = delete;
    ~ReadOnlyFolder() {
        if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
    }

    [[nodiscard]] bool read_only() const { return read_only_; }

  private:
    std::filesystem::path folder_;
    bool mounted_ = false;
    bool read_only_ = false;
};

/// The public site is there, and whoever watches the server learns why forms are not.
void expect_only_forms_suffer(const ServedCentre& centre) {
    EXPECT_EQ(status_of(centre.get("/")), 200);
    auto form = filled(centre.token(kPath));
    std::this_thread::sleep_for(4100ms);
    expect_honest_page(centre.post(kPath, form));
    EXPECT_NE(centre.log().find("office.db"), std::string::npos) << centre.log();
    auto health = centre.get("/healthz");
    EXPECT_EQ(status_of(health), 503);
    EXPECT_EQ(health->find(centre.folder().string()), std::string::npos) << "a visitor's address";
    EXPECT_NE(centre.get_here("/healthz").value_or("").find("office.db"), std::string::npos);
}

TEST(ServeFailure, ServesTheSiteWhileTheDatabaseCannotBeOpenedAndFormsWhenItCan) {
    TemporaryFolder folder;
    ServedCentre centre{folder.path()};
    std::string form;
    {
        Unreadable office{centre};
        centre.start();
        expect_only_forms_suffer(centre);
        form = filled(centre.token(kPath));
        std::this_thread::sleep_for(4100ms);
    }
    EXPECT_EQ(status_of(centre.post(kPath, form)), 303) << "without a new start";
    EXPECT_TRUE(centre.runs());
    EXPECT_EQ(centre.stop().exit_code, 0);
    EXPECT_EQ(kept_in(centre), 1U);
}

TEST(ServeFailure, ServesTheSiteFromAFolderThatCannotBeWritten) {
    TemporaryFolder folder;
    ServedCentre centre{folder.path()};
    kept_in(centre);  // So that there is an office.db.
    ReadOnlyFolder whole{folder.path()};
    if (!whole.read_only()) GTEST_SKIP() << "no right to mount; the test above needs none";
    centre.start();
    expect_only_forms_suffer(centre);
    EXPECT_EQ(centre.stop().exit_code, 0);
}

TEST(ServeFailure, AdmitsThatASubmissionCannotBeReadAndKeepsWhatWasTyped) {
    TemporaryFolder folder;
    ServedCentre centre{folder.path()};
    centre.start();
    auto begin = "formularz=" + centre.token("/zglos-usluge") + "&email=ania%40example.org";
    std::this_thread::sleep_for(4100ms);
    auto link = location_of(centre.post("/zglos-usluge", begin));
    ASSERT_TRUE(link.starts_with("/zgloszenie/")) << link;
    {
        Unreadable office{centre};
        auto desk = centre.get(link);
        EXPECT_EQ(status_of(desk), 503);
        EXPECT_NE(desk->find("To nasza awaria"), std::string::npos) << *desk;
        EXPECT_NE(desk->find("href=\"tel:112\""), std::string::npos);
        auto step =
            centre.post(link + "/podmiot/podmiot", "karta=&name=Fundacja+Most&czynnosc=dalej");
        EXPECT_EQ(status_of(step), 503);
        EXPECT_NE(step->find("Nie udało się tego zapisać"), std::string::npos) << *step;
        EXPECT_NE(step->find("value=\"Fundacja Most\""), std::string::npos) << *step;
        auto far = centre.post(link + "/usluga-18446744073709551615/nazwa", "name=X");
        EXPECT_EQ(status_of(far), 404) << far.value_or("");
        EXPECT_EQ(centre.log().find(link.substr(12)), std::string::npos) << "a private link";
    }
    EXPECT_EQ(status_of(centre.get(link)), 200);
    EXPECT_EQ(centre.stop().exit_code, 0);
}

class DeadMailServer : public testing::TestWithParam<const char*> {};

TEST_P(DeadMailServer, HoldsUpNoVisitorAndLosesNoMail) {
    // It accepts connections and then says nothing, or something useless, or hangs up.
    server::ScriptedSmtpServer mail_server{{{"CONNECT", GetParam()}}};
    TemporaryFolder folder;
    ServedCentre centre{folder.path(),
                        "\n[mail]\nsmtp = \"smtp://127.0.0.1:" +
                            std::to_string(mail_server.port()) + "\"\nsecurity = \"none\"\n"};
    centre.start();
    auto form = filled(centre.token(kPath));
    std::this_thread::sleep_for(4100ms);
    auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(status_of(centre.post(kPath, form)), 303);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s) << "mails go out on their own";
    for (int i = 0; i < 500 && mail_server.connections() == 0; ++i)
        std::this_thread::sleep_for(10ms);
    EXPECT_GT(mail_server.connections(), 0) << "it was tried";
    EXPECT_TRUE(centre.runs());
    EXPECT_EQ(centre.stop().exit_code, 0);
    db::Office office{centre.office()};
    EXPECT_EQ(office.messages(model::MessageState::Open).size(), 1U);
    EXPECT_EQ(office.due_mails(std::chrono::sys_days{std::chrono::year{2999} / 1 / 1}, 9).size(),
              1U)
        << "the mail still waits";
}

INSTANTIATE_TEST_SUITE_P(ServeFailure,
                         DeadMailServer,
                         testing::Values("silence", "hang up", "554 no service"));

}  // namespace
}  // namespace okienko::tests
