// SPDX-License-Identifier: MIT
#include "cli/embed_trial.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace lectern::cli {
namespace fs = std::filesystem;
namespace {

constexpr int kPatienceMs = 60'000;

// A program of which all that it says is read; it ends with this value.
class Child {
 public:
  explicit Child(const std::vector<std::string>& words) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    std::vector<char*> argv;
    for (const std::string& word : words)
      argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    if (::posix_spawnp(&pid_, argv[0], &actions, nullptr, argv.data(), environ) != 0) pid_ = -1;
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    output_ = ends[0];
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (pid_ > 0) {
      ::kill(pid_, SIGTERM);
      ::waitpid(pid_, nullptr, 0);
    }
    if (output_ >= 0) ::close(output_);
  }

  bool started() const { return pid_ > 0; }

  // All up to where one of both stands, or to its end; "" when it says nothing for a minute.
  std::string read_to(const std::string& end, const std::string& other = "\n") {
    std::string text;
    char bytes[4096];
    pollfd waiting{output_, POLLIN, 0};
    while (text.find(end) == std::string::npos && text.find(other) == std::string::npos) {
      if (::poll(&waiting, 1, kPatienceMs) <= 0) return "";
      const ssize_t count = ::read(output_, bytes, sizeof bytes);
      if (count <= 0) break;
      text.append(bytes, static_cast<size_t>(count));
    }
    return text;
  }

 private:
  pid_t pid_ = -1;
  int output_ = -1;
};

// The address that `lectern serve` prints; "" when it does not start.
std::string address_of(Child& server) {
  const std::string line = server.read_to("\n");
  const size_t at = line.find("http://");
  return at == std::string::npos ? "" : line.substr(at, line.find('\n', at) - at);
}

// A folder that goes with this value.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "lectern-doctor-XXXXXX").string();
    if (::mkdtemp(name.data())) path = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code failed;
    if (!path.empty()) fs::remove_all(path, failed);
  }
};

// The partner's page: it logs what the frame says, and when that has had time enough.
constexpr const char* kSaid = "lectern said ";
constexpr const char* kWaited = "lectern waited";
void write_page(const fs::path& folder, const std::string& site, const std::string& article) {
  std::ofstream(folder / "_headers") << "/*\n  Content-Security-Policy: default-src * 'unsafe-inline'\n";
  std::ofstream(folder / "index.html")
      << "<!doctype html><title>Partner</title>\n<script>addEventListener('message', ({ data }) => { "
         "if (data.lectern === 1) console.log('" << kSaid << "' + data.type); });\n"
         "setTimeout(() => console.log('" << kWaited << "'), 15000)</script>\n"
      << "<script async src=\"" << site << "embed.js\" data-article=\"" << article << "\"></script>\n";
}

}  // namespace

std::string try_embed(const std::string& browser, const std::string& site, const std::string& article) {
  std::error_code failed;
  const std::string self = fs::read_symlink("/proc/self/exe", failed).string();
  const auto serve = [&](const std::string& folder) {
    return std::vector<std::string>{self, "serve", folder, "--port", "0"};
  };
  std::optional<Child> site_server;
  std::string address = site;
  if (!site.starts_with("http://")) {
    site_server.emplace(serve(site));
    address = address_of(*site_server);
  }
  const Folder folder, profile;
  if (address.empty() || folder.path.empty()) return "the site could not be served to a browser";
  write_page(folder.path, address, article);
  Child partner(serve(folder.path.string()));
  std::string page = address_of(partner);
  const size_t host = page.find("127.0.0.1");
  if (host == std::string::npos) return "a partner's page could not be served to a browser";
  page.replace(host, 9, "localhost");  // another site than 127.0.0.1

  std::vector<std::string> words{browser, "--headless=new", "--enable-logging=stderr", "--no-first-run",
                                 "--disable-background-networking",
                                 "--user-data-dir=" + profile.path.string()};
  if (::geteuid() == 0) words.push_back("--no-sandbox");  // it refuses to run as root with one
  words.push_back(page);
  Child running(words);
  const std::string height = std::string(kSaid) + "height";
  const std::string log = running.started() ? running.read_to(height, kWaited) : "";
  if (log.find(height) != std::string::npos) return "";
  if (log.find(kWaited) == std::string::npos) return browser + " could not be run";
  const bool ready = log.find(std::string(kSaid) + "ready") != std::string::npos;
  return "in " + browser + " the frame of " + article + (ready ? " said no height" : " said nothing") +
         " to the page around it";
}

}  // namespace lectern::cli
