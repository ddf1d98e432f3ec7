package dev.vouch.store.server;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;

/**
 * Where Redis is: one server, a Cluster, or a master that Sentinels watch.
 *
 * @param uri {@code redis://USER:PASSWORD@HOST:PORT/DB}, {@code redis-cluster://...@HOST:PORT,...}
 *     or {@code redis-sentinel://...@HOST:PORT,.../DB#MASTER}; with {@code rediss} for TLS
 * @param bundled it is the one that Vouch brought along and started itself
 * @param replicas how many replicas must have an event before it is acknowledged
 * @param sentinelPassword that of the Sentinels, which is not that of Redis
 * @param authorities PEM file of who may have signed their certificates; null: whom Java trusts
 */
public record RedisAddress(
    URI uri,
    boolean bundled,
    int replicas,
    @Nullable String sentinelPassword,
    @Nullable Path authorities) {
  private static final String NODE = "(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(:\\d{1,5})?";

  /** One that needs no replicas, and whose Sentinels, if any, have no password. */
  public RedisAddress(URI uri, boolean bundled) {
    this(uri, bundled, 0, null, null);
  }

  /** What an address leads to. */
  enum Kind {
    SERVER,
    CLUSTER,
    SENTINEL
  }

  Kind kind() {
    String scheme = String.valueOf(uri.getScheme());
    return Arrays.stream(Kind.values())
        .filter(kind -> scheme.endsWith("-" + kind.name().toLowerCase(Locale.ROOT)))
        .findAny()
        .orElse(Kind.SERVER);
  }

  /** What is wrong with a text that should be such an address; the text is not repeated. */
  public static Optional<String> problem(URI uri) {
    if (!String.valueOf(uri.getScheme()).matches("rediss?(-cluster|-sentinel)?")) {
      return Optional.of(
          "must be an address that begins with redis:// or rediss://, redis-cluster:// or redis-sentinel://");
    }
    RedisAddress address = new RedisAddress(uri, false);
    String nodes = hosts(uri);
    String more = address.kind() == Kind.SERVER ? "" : "(," + NODE + ")*";
    if (!nodes.matches(NODE + more)) {
      return Optional.of("must name its host as HOST:PORT, several hosts separated by commas");
    }
    if (address.nodes().stream().anyMatch(node -> node.getPort() > 65_535)) {
      return Optional.of("must have ports up to 65535");
    }
    if (!String.valueOf(uri.getRawPath()).matches("(/(\\d{1,4})?)?")) {
      return Optional.of("must have nothing or a database number after its hosts");
    }
    return switch (address.kind()) {
      case SENTINEL ->
          address.master().isEmpty()
              ? Optional.of("must end with #NAME, the name that its Sentinels know the master by")
              : Optional.empty();
      case CLUSTER ->
          address.database() > 0
              ? Optional.of("must have no database number: a Cluster has none")
              : Optional.empty();
      case SERVER -> Optional.empty();
    };
  }

  private static String hosts(URI uri) {
    String authority = uri.getRawAuthority();
    return authority == null ? "" : authority.substring(authority.lastIndexOf('@') + 1);
  }

  /** The servers of a Cluster that are asked for the others, the Sentinels, or the one server. */
  Set<HostAndPort> nodes() {
    int usual = kind() == Kind.SENTINEL ? 26_379 : 6_379;
    Set<HostAndPort> nodes = new LinkedHashSet<>();
    for (String node : hosts(uri).split(",", -1)) {
      int colon = node.endsWith("]") ? -1 : node.lastIndexOf(':');
      String host = colon < 0 ? node : node.substring(0, colon);
      int port = colon < 0 ? usual : Integer.parseInt(node.substring(colon + 1));
      nodes.add(new HostAndPort(host.replaceAll("[\\[\\]]", ""), port));
    }
    return nodes;
  }

  /** What the Sentinels call the master. */
  String master() {
    return uri.getFragment() == null ? "" : uri.getFragment();
  }

  private int database() {
    String path = uri.getPath() == null ? "" : uri.getPath().replace("/", "");
    return path.isEmpty() ? 0 : Integer.parseInt(path);
  }

  /** Who to be, and where, on the servers that hold data. */
  DefaultJedisClientConfig.Builder login() {
    DefaultJedisClientConfig.Builder login =
        encrypted(DefaultJedisClientConfig.builder()).database(database());
    if (credentials() != null) {
      String[] parts = credentials().split(":", 2);
      if (parts.length > 1 && !parts[0].isEmpty()) {
        login.user(decoded(parts[0]));
      }
      login.password(decoded(parts[parts.length - 1]));
    }
    return login;
  }

  /** Who to be on the Sentinels. */
  DefaultJedisClientConfig.Builder sentinelLogin() {
    DefaultJedisClientConfig.Builder login = encrypted(DefaultJedisClientConfig.builder());
    return sentinelPassword == null ? login : login.password(sentinelPassword);
  }

  /** Jedis compares the name in a certificate with the host by itself. */
  private DefaultJedisClientConfig.Builder encrypted(DefaultJedisClientConfig.Builder login) {
    login.ssl(isEncrypted());
    return isEncrypted() && authorities != null
        ? login.sslSocketFactory(Authorities.trusted(authorities))
        : login;
  }

  private boolean isEncrypted() {
    return String.valueOf(uri.getScheme()).startsWith("rediss");
  }

  private @Nullable String credentials() {
    String authority = String.valueOf(uri.getRawAuthority());
    int at = authority.lastIndexOf('@');
    return at < 0 ? null : authority.substring(0, at);
  }

  /** A plus is a plus in a URI's credentials, unlike in a form. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The address without its password, fit for logs and people. */
  public String redacted() {
    String credentials = credentials();
    return credentials == null ? uri.toString() : uri.toString().replace(credentials + "@", "***@");
  }

  @Override
  public String toString() {
    return redacted();
  }
}
