#pragma once
#include <libwebsockets.h>

// What the Swift importer leaves out (macros with arithmetic), and a timer that knows whom it
// belongs to.

/// Bytes that lws_write() wants free in front of what it is given.
static const int cws_pre = LWS_PRE;

static const uint64_t cws_option_explicit_vhosts = LWS_SERVER_OPTION_EXPLICIT_VHOSTS;
static const uint64_t cws_option_fail_to_bind = LWS_SERVER_OPTION_FAIL_UPON_UNABLE_TO_BIND;
static const uint64_t cws_option_disable_ipv6 = LWS_SERVER_OPTION_DISABLE_IPV6;
static const uint64_t cws_option_ipv6_only =
    LWS_SERVER_OPTION_IPV6_V6ONLY_MODIFY | LWS_SERVER_OPTION_IPV6_V6ONLY_VALUE;
static const uint64_t cws_option_validate_utf8 = LWS_SERVER_OPTION_VALIDATE_UTF8;

/// A timer of the service thread; the timer itself comes first, so that one pointer is both.
typedef struct cws_timer {
  lws_sorted_usec_list_t timer;
  void *owner;
} cws_timer;
