#pragma once
#include <stddef.h>
#include <stdint.h>

// What EventLoop and Platform need of the system and cannot call from Swift: sockets with options
// that the event library does not set, signals, the names of threads. Every function that returns
// a number returns a negative errno value when it fails.

/// An internet address and port. `family` is 4 or 6; an IPv4 address is the first four bytes.
/// The port is in host byte order; `scope` is the interface of a link-local IPv6 address.
struct platform_address {
  uint8_t family;
  uint8_t bytes[16];
  uint16_t port;
  uint32_t scope;
};

/// Opens a listening TCP socket that several threads may open alike (SO_REUSEPORT).
/// An IPv6 socket takes IPv6 only.
int platform_listen_tcp(const struct platform_address *address, int backlog);

/// Opens a UDP socket that several threads may open alike and that reports, for each datagram,
/// the local address it was sent to.
int platform_bind_udp(const struct platform_address *address);

/// Whether nobody listens on an address: 0 or a negative error. The two functions above would share
/// it with another process of the same user that has opened it alike.
int platform_check_tcp(const struct platform_address *address);
int platform_check_udp(const struct platform_address *address);

/// Asks the system for the addresses of a machine and gives one, of IPv4 if there is one. Waits for
/// the answer. Returns 0, or a negative number if there is none.
int platform_resolve(const char *name, struct platform_address *address);

/// The local or the remote address of a socket.
int platform_local_address(int socket, struct platform_address *address);
int platform_peer_address(int socket, struct platform_address *address);

/// Receives one datagram without waiting; returns its length. `local` has the address that it was
/// sent to and the port of the socket. A datagram longer than the buffer fails with EMSGSIZE.
long platform_receive(int socket, void *buffer, size_t capacity, struct platform_address *peer,
                      struct platform_address *local);

/// Sends one datagram without waiting, from the address `local` to `peer`.
long platform_send(int socket, const void *bytes, size_t count, const struct platform_address *peer,
                   const struct platform_address *local);

/// Closes a socket.
void platform_close(int socket);

/// Makes a write to a closed connection an error of the call instead of the end of the process.
void platform_ignore_broken_pipes(void);

/// Raises the limit of open files to what the system allows and returns it.
long platform_raise_file_limit(void);

/// Lets the calling thread receive a signal that it may have inherited as blocked.
void platform_unblock_signal(int signal);

/// Names the calling thread for debuggers and `top`; Linux keeps 15 bytes.
void platform_name_thread(const char *name);

/// Lets other threads go before the calling one where the processor is short; `nice` as the command
/// of that name counts.
void platform_give_way(int nice);
