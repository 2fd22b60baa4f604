// SPDX-License-Identifier: MIT
// What happens while the publisher is at work. It is killed at each single step that changes the site's
// folder: renaming and removing are all that does so, and the C library's are ours in this program. A file
// changes while it is read. Another build is writing.
#include <dlfcn.h>
#include <sys/wait.h>

#include <functional>
#include <map>
#include <set>

#include "publish/files.hpp"
#include "publish/folder_lock.hpp"
#include "publish/page_links.hpp"
#include "publish_fixture.hpp"

namespace {
int steps_left = -1;  // before this process is gone; -1: it never is
std::function<void()> before_read;  // called once

void step() {
  if (steps_left == 0) ::_exit(9);
  if (steps_left > 0) --steps_left;
}
template <typename Function>
Function real(const char* name, Function) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}
}  // namespace

extern "C" int rename(const char* from, const char* to) noexcept {
  step();
  return real("rename", &rename)(from, to);
}
extern "C" int remove(const char* path) noexcept {
  step();
  return real("remove", &remove)(path);
}

extern "C" ssize_t read(int file, void* to, size_t bytes) {
  if (before_read) std::exchange(before_read, nullptr)();
  return real("read", &read)(file, to, bytes);
}

namespace lectern::publish {
namespace {

namespace fs = std::filesystem;

class KilledTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
    write("content/publication.json", R"({"title": "P", "url": "https://example.org"})");
  }

  // True when the build was over before that many steps.
  bool build_and_kill_after(int steps) {
    const pid_t child = ::fork();
    if (child == 0) {
      steps_left = steps;
      build("https://example.org");
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

  std::map<std::string, std::string> site() const {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(root_ / "site")) {
      const std::string path = fs::relative(entry.path(), root_ / "site").string();
      if (entry.is_regular_file() && !path.ends_with(kUnfinished)) files[path] = read("site/" + path);
    }
    return files;
  }

  void restore(const std::map<std::string, std::string>& before) {
    const auto now = site();
    for (const auto& [file, bytes] : now) {
      if (!before.contains(file)) fs::remove(root_ / "site" / file);
    }
    for (const auto& [file, bytes] : before) {
      const auto found = now.find(file);
      if (found == now.end() || found->second != bytes) write("site/" + file, bytes);
    }
  }

  static std::string file_at(const std::string& path) {
    return path.empty() || path.ends_with('/') ? path + "index.html" : path;
  }

  // What a page must have to be shown, and what its reader may go to.
  static void links_of_page(const std::string& file, const std::string& html,
                            std::set<std::string>& needs, std::set<std::string>& goals) {
    const std::string page = file.substr(0, file.rfind('/') + 1);
    if (page.starts_with("a/")) needs.insert(page + "article.json");
    for (const std::string& url : links_of(html)) {
      const std::string target = resolve(page, url, "/");
      if (target == "?") continue;
      (target.ends_with('/') || target.empty() ? goals : needs).insert(file_at(target));
    }
  }

  // `known`: the pages that readers have links to.
  static void expect_whole(const std::map<std::string, std::string>& files,
                           const std::set<std::string>& known, const std::string& when) {
    std::set<std::string> reached;
    std::vector<std::string> waiting(known.begin(), known.end());
    waiting.push_back("index.html");
    for (const auto& [file, html] : files) {
      if (!file.ends_with("index.html")) continue;
      EXPECT_TRUE(html.ends_with("</body>\n") || html.ends_with("</html>\n")) << file << when;
      std::set<std::string> needs, goals;
      links_of_page(file, html, needs, goals);
      for (const std::string& need : needs) EXPECT_TRUE(files.contains(need)) << file << " needs " << need << when;
    }
    while (!waiting.empty()) {
      const std::string file = waiting.back();
      waiting.pop_back();
      if (!reached.insert(file).second) continue;
      const auto found = files.find(file);
      if (found == files.end()) {
        EXPECT_EQ(file, "index.html") << when;  // the first build puts it last
        EXPECT_TRUE(known.empty()) << when;
        continue;
      }
      std::set<std::string> needs, goals;
      links_of_page(file, found->second, needs, goals);
      waiting.insert(waiting.end(), goals.begin(), goals.end());
    }
  }

  static std::set<std::string> pages_of(const std::map<std::string, std::string>& files) {
    std::set<std::string> pages;
    for (const auto& [file, html] : files) {
      if (file.ends_with("index.html")) pages.insert(file);
    }
    return pages;
  }

  // Kills a build of the content as it is now over the site `before`, at each step in turn.
  void kill_everywhere(const std::map<std::string, std::string>& before) {
    ASSERT_EQ(build("https://example.org").problem, "");
    const auto after = site();
    std::set<std::string> known;  // what is there before and after
    for (const std::string& page : pages_of(before)) {
      if (after.contains(page)) known.insert(page);
    }
    bool done = false;
    int steps = 0;
    for (; !done && steps < 1000; ++steps) {
      restore(before);
      done = build_and_kill_after(steps);
      expect_whole(site(), known, ", killed after " + std::to_string(steps));
      if (HasFailure()) return;
      if (steps % 7 > 0) continue;
      ASSERT_EQ(build("https://example.org").problem, "");
      ASSERT_EQ(site(), after) << "the build after one that was killed after " << steps;
    }
    EXPECT_GT(steps, 10);
  }
};

TEST_F(KilledTest, TheFirstBuild) {
  for (int i = 0; i < 4; ++i) {
    article(std::to_string(i) + ".md", "title: T" + std::to_string(i) + "\nsection: [News]\ntags: [t]");
  }
  kill_everywhere({});
}

TEST_F(KilledTest, ABuildThatAddsChangesAndRemoves) {
  write("content/p.png", png(3, 2));
  for (int i = 0; i < 33; ++i) {
    article(std::to_string(i) + ".md", "title: T" + std::to_string(i) + "\nsection: [News]");
  }
  article("old.md", "title: Old\nsection: [Gone]\ntags: [was]", "![P](p.png)");
  ASSERT_EQ(build("https://example.org").problem, "");
  const auto before = site();
  fs::remove(root_ / "content/old.md");
  write("content/p.png", png(5, 4));
  article("1.md", "title: Other\nsection: [News]", "[new](new.md)");
  article("new.md", "title: New\nsection: [Fresh]\ntags: [is]\nauthors: [A. Writer]", "![P](p.png)");
  kill_everywhere(before);
}

TEST_F(KilledTest, OneBuildAtATimeInAFolder) {
  article("a.md", "title: A");
  std::string problem;
  auto other = FolderLock::take("site", problem);
  ASSERT_TRUE(other) << problem;
  EXPECT_EQ(build().problem, "another build is writing to site; wait until it is done, then build again");
  EXPECT_FALSE(exists("site/index.html"));
  other.reset();
  EXPECT_EQ(build().problem, "");
  EXPECT_EQ(build().problem, "");  // and leaves none behind
}

using ChangingTest = PublishTest;

TEST_F(ChangingTest, AFileThatChangesWhileItIsRead) {
  write("content/a.md", "# Old\n");
  std::string problem;
  for (const char* text : {"# Old and new\n", "#", "# New\n"}) {
    std::filesystem::last_write_time("content/a.md", std::filesystem::file_time_type::clock::now() - std::chrono::seconds(5));
    before_read = [&] { write("content/a.md", text); };
    EXPECT_FALSE(read_file("content/a.md", 1000, problem)) << text;
    EXPECT_EQ(problem, "it changed while it was read") << text;
    write("content/a.md", "# Old\n");
  }
  before_read = [&] { std::filesystem::remove("content/a.md"); };
  EXPECT_EQ(read_file("content/a.md", 1000, problem), "# Old\n");  // what it was is whole
  EXPECT_FALSE(read_file("content/a.md", 1000, problem));
}

}  // namespace
}  // namespace lectern::publish
