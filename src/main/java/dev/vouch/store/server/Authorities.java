package dev.vouch.store.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Who may have signed the certificates of Redis, from a PEM file, in place of whom Java trusts. */
public final class Authorities {
  private Authorities() {}

  /** What is wrong with a file that should hold certificates. */
  public static Optional<String> problem(Path pem) {
    try {
      return certificates(pem).isEmpty()
          ? Optional.of("must name a PEM file that holds certificates")
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of("must name a file that can be read");
    } catch (CertificateException e) {
      return Optional.of("must name a PEM file of certificates");
    }
  }

  private static Collection<? extends Certificate> certificates(Path pem)
      throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
  }

  /** Connections to those alone whose certificate they have signed. */
  static SSLSocketFactory trusted(Path pem) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : certificates(pem)) {
        store.setCertificateEntry("authority" + number++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the authorities in " + pem + " cannot be read", e);
    }
  }
}
