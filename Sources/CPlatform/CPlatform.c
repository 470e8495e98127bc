#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <limits.h>
#include <netdb.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static socklen_t to_system(const struct platform_address *address, struct sockaddr_storage *out) {
  memset(out, 0, sizeof *out);
  if (address->family == 4) {
    struct sockaddr_in *v4 = (struct sockaddr_in *)out;
    v4->sin_family = AF_INET;
    v4->sin_port = htons(address->port);
    memcpy(&v4->sin_addr, address->bytes, 4);
    return sizeof *v4;
  }
  struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)out;
  v6->sin6_family = AF_INET6;
  v6->sin6_port = htons(address->port);
  v6->sin6_scope_id = address->scope;
  memcpy(&v6->sin6_addr, address->bytes, 16);
  return sizeof *v6;
}

static void from_system(const struct sockaddr_storage *from, struct platform_address *out) {
  memset(out, 0, sizeof *out);
  if (from->ss_family == AF_INET) {
    const struct sockaddr_in *v4 = (const struct sockaddr_in *)from;
    out->family = 4;
    out->port = ntohs(v4->sin_port);
    memcpy(out->bytes, &v4->sin_addr, 4);
  } else if (from->ss_family == AF_INET6) {
    const struct sockaddr_in6 *v6 = (const struct sockaddr_in6 *)from;
    out->family = 6;
    out->port = ntohs(v6->sin6_port);
    out->scope = v6->sin6_scope_id;
    memcpy(out->bytes, &v6->sin6_addr, 16);
  }
}

static int switch_on(int socket, int level, int option) {
  int on = 1;
  return setsockopt(socket, level, option, &on, sizeof on);
}

static int fail_and_close(int socket) {
  int error = errno;
  close(socket);
  return -error;
}

/// A bound socket, which others that are opened alike may share the address with, or not.
static int bind_socket(const struct platform_address *address, int type, int shares) {
  struct sockaddr_storage storage;
  socklen_t length = to_system(address, &storage);
  int family = address->family == 4 ? AF_INET : AF_INET6;
  int handle = socket(family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (handle < 0) return -errno;
  // For streams it only makes the port usable that connections which have ended still occupy; for
  // datagrams it would share the port.
  if ((shares || type == SOCK_STREAM) && switch_on(handle, SOL_SOCKET, SO_REUSEADDR) < 0)
    return fail_and_close(handle);
  if (shares && switch_on(handle, SOL_SOCKET, SO_REUSEPORT) < 0) return fail_and_close(handle);
  if (family == AF_INET6 && switch_on(handle, IPPROTO_IPV6, IPV6_V6ONLY) < 0)
    return fail_and_close(handle);
  if (bind(handle, (struct sockaddr *)&storage, length) < 0) return fail_and_close(handle);
  return handle;
}

int platform_listen_tcp(const struct platform_address *address, int backlog) {
  int handle = bind_socket(address, SOCK_STREAM, 1);
  if (handle < 0) return handle;
  if (listen(handle, backlog) < 0) return fail_and_close(handle);
  return handle;
}

int platform_bind_udp(const struct platform_address *address) {
  int handle = bind_socket(address, SOCK_DGRAM, 1);
  if (handle < 0) return handle;
  int result = address->family == 4 ? switch_on(handle, IPPROTO_IP, IP_PKTINFO)
                                    : switch_on(handle, IPPROTO_IPV6, IPV6_RECVPKTINFO);
  return result < 0 ? fail_and_close(handle) : handle;
}

static int check_free(const struct platform_address *address, int type) {
  int handle = bind_socket(address, type, 0);
  if (handle < 0) return handle;
  close(handle);
  return 0;
}

int platform_check_tcp(const struct platform_address *address) {
  return check_free(address, SOCK_STREAM);
}

int platform_check_udp(const struct platform_address *address) {
  return check_free(address, SOCK_DGRAM);
}

int platform_resolve(const char *name, struct platform_address *address) {
  // A server listens on IPv4 everywhere, and on IPv6 where the machine has it.
  for (int family = AF_INET;; family = AF_INET6) {
    struct addrinfo hints = {.ai_family = family, .ai_socktype = SOCK_STREAM};
    struct addrinfo *found = NULL;
    if (getaddrinfo(name, NULL, &hints, &found) == 0) {
      struct sockaddr_storage storage = {0};
      memcpy(&storage, found->ai_addr, found->ai_addrlen);
      freeaddrinfo(found);
      from_system(&storage, address);
      return 0;
    }
    if (family == AF_INET6) return -ENOENT;
  }
}

int platform_local_address(int socket, struct platform_address *address) {
  struct sockaddr_storage storage;
  socklen_t length = sizeof storage;
  if (getsockname(socket, (struct sockaddr *)&storage, &length) < 0) return -errno;
  from_system(&storage, address);
  return 0;
}

int platform_peer_address(int socket, struct platform_address *address) {
  struct sockaddr_storage storage;
  socklen_t length = sizeof storage;
  if (getpeername(socket, (struct sockaddr *)&storage, &length) < 0) return -errno;
  from_system(&storage, address);
  return 0;
}

/// Room for the control message that carries a local address of either family.
union control {
  struct cmsghdr aligned;
  char bytes[CMSG_SPACE(sizeof(struct in6_pktinfo)) + CMSG_SPACE(sizeof(struct in_pktinfo))];
};

static void read_destination(struct msghdr *message, struct platform_address *local) {
  for (struct cmsghdr *head = CMSG_FIRSTHDR(message); head; head = CMSG_NXTHDR(message, head)) {
    if (head->cmsg_level == IPPROTO_IP && head->cmsg_type == IP_PKTINFO) {
      struct in_pktinfo info;
      memcpy(&info, CMSG_DATA(head), sizeof info);
      local->family = 4;
      memcpy(local->bytes, &info.ipi_addr, 4);
    } else if (head->cmsg_level == IPPROTO_IPV6 && head->cmsg_type == IPV6_PKTINFO) {
      struct in6_pktinfo info;
      memcpy(&info, CMSG_DATA(head), sizeof info);
      local->family = 6;
      if (IN6_IS_ADDR_LINKLOCAL(&info.ipi6_addr)) local->scope = info.ipi6_ifindex;
      memcpy(local->bytes, &info.ipi6_addr, 16);
    }
  }
}

long platform_receive(int socket, void *buffer, size_t capacity, struct platform_address *peer,
                      struct platform_address *local) {
  struct sockaddr_storage from;
  struct iovec vector = {.iov_base = buffer, .iov_len = capacity};
  union control control;
  struct msghdr message = {.msg_name = &from,
                           .msg_namelen = sizeof from,
                           .msg_iov = &vector,
                           .msg_iovlen = 1,
                           .msg_control = &control,
                           .msg_controllen = sizeof control};
  ssize_t count = recvmsg(socket, &message, MSG_DONTWAIT);
  if (count < 0) return -errno;
  from_system(&from, peer);
  if (message.msg_flags & MSG_TRUNC) return -EMSGSIZE;
  read_destination(&message, local);
  return count;
}

/// Adds the control message that makes the datagram leave from `local`.
static void write_source(struct msghdr *message, union control *control,
                         const struct platform_address *local) {
  memset(control, 0, sizeof *control);
  message->msg_control = control;
  message->msg_controllen = sizeof *control;
  struct cmsghdr *head = CMSG_FIRSTHDR(message);
  if (local->family == 4) {
    struct in_pktinfo info = {0};
    memcpy(&info.ipi_spec_dst, local->bytes, 4);
    head->cmsg_level = IPPROTO_IP;
    head->cmsg_type = IP_PKTINFO;
    head->cmsg_len = CMSG_LEN(sizeof info);
    memcpy(CMSG_DATA(head), &info, sizeof info);
    message->msg_controllen = CMSG_SPACE(sizeof info);
  } else {
    struct in6_pktinfo info = {0};
    memcpy(&info.ipi6_addr, local->bytes, 16);
    head->cmsg_level = IPPROTO_IPV6;
    head->cmsg_type = IPV6_PKTINFO;
    head->cmsg_len = CMSG_LEN(sizeof info);
    memcpy(CMSG_DATA(head), &info, sizeof info);
    message->msg_controllen = CMSG_SPACE(sizeof info);
  }
}

long platform_send(int socket, const void *bytes, size_t count, const struct platform_address *peer,
                   const struct platform_address *local) {
  struct sockaddr_storage to;
  socklen_t length = to_system(peer, &to);
  struct iovec vector = {.iov_base = (void *)bytes, .iov_len = count};
  union control control;
  struct msghdr message = {
      .msg_name = &to, .msg_namelen = length, .msg_iov = &vector, .msg_iovlen = 1};
  if (local->family == peer->family) write_source(&message, &control, local);
  ssize_t sent = sendmsg(socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
  return sent < 0 ? -errno : sent;
}

void platform_close(int socket) { close(socket); }

void platform_ignore_broken_pipes(void) { signal(SIGPIPE, SIG_IGN); }

long platform_raise_file_limit(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) < 0) return 1024;
  if (limit.rlim_cur < limit.rlim_max) {
    struct rlimit raised = {.rlim_cur = limit.rlim_max, .rlim_max = limit.rlim_max};
    if (setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
  }
  return limit.rlim_cur > (rlim_t)INT_MAX ? INT_MAX : (long)limit.rlim_cur;
}

void platform_unblock_signal(int signal) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

void platform_name_thread(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

void platform_give_way(int nice) {
  // On Linux this is about the calling thread only. If it is refused, the thread is as others are.
  setpriority(PRIO_PROCESS, 0, nice);
}
