package dev.vouch.store;

import java.net.URI;

/**
 * Where Redis is.
 *
 * @param bundled it is the one that Vouch brought along and started itself
 */
public record RedisAddress(URI uri, boolean bundled) {

  /** The address without its password, fit for logs and people. */
  public String redacted() {
    String userInfo = uri.getRawUserInfo();
    return userInfo == null ? uri.toString() : uri.toString().replace(userInfo + "@", "***@");
  }

  @Override
  public String toString() {
    return redacted();
  }
}
