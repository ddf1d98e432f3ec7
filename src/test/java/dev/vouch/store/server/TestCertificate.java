package dev.vouch.store.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate for a host that a test has made and signed itself, with its key, as PEM files. */
public record TestCertificate(Path pem, Path key) {
  private static final String PASSWORD = "changeit";

  /**
   * @param host as {@code keytool} writes it: {@code ip:127.0.0.1} or {@code dns:cache}
   */
  public static TestCertificate of(Path directory, String host)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = directory.resolve("keys.p12");
    keytool(store, host);
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    byte[] key = keys.getKey("redis", PASSWORD.toCharArray()).getEncoded();
    return new TestCertificate(
        pem(
            directory.resolve("redis.pem"),
            "CERTIFICATE",
            keys.getCertificate("redis").getEncoded()),
        pem(directory.resolve("redis.key"), "PRIVATE KEY", key));
  }

  private static void keytool(Path store, String host) throws IOException, InterruptedException {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -alias redis -keyalg EC -dname CN=test -validity 2 -storetype PKCS12 -ext san=";
    ProcessBuilder keytool = new ProcessBuilder(program);
    keytool.command().addAll(List.of((options + host).split(" ", -1)));
    keytool.command().addAll(List.of("-storepass", PASSWORD, "-keystore", store.toString()));
    int status = keytool.inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException("keytool ended with " + status);
    }
  }

  private static Path pem(Path file, String what, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what));
  }

  /** How a redis-server is told to show it, and to talk to its like in the same way. */
  List<String> options() {
    return List.of(
        "--tls-cert-file",
        pem.toString(),
        "--tls-key-file",
        key.toString(),
        "--tls-ca-cert-file",
        pem.toString(),
        "--tls-auth-clients",
        "no",
        "--tls-replication",
        "yes",
        "--tls-cluster",
        "yes");
  }
}
