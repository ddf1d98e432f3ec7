package dev.vouch.app.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.app.setting.Config;
import dev.vouch.store.Store;
import dev.vouch.store.TestRedis;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredInstallationsTest {

  /** Whoever joins all workspaces leaves out the one of which that is said. */
  @ParameterizedTest
  @ValueSource(strings = {"{}", "not JSON"})
  void grantInAnotherForm_isToldAsSuch(String granted) {
    String team = TestRedis.freshTeam();
    Config config = Config.from(Map.of("VOUCH_SECRET_KEY", "a key of thirty-two characters.."));
    try (Store store = Store.at(TestRedis.address(), InstantSource.system())) {
      StoredInstallations all = new StoredInstallations(store.installations(config.cipher()));
      all.stored().save(team, granted, Instant.now());

      assertThatThrownBy(() -> all.of(team)).isInstanceOf(IllegalStateException.class);
      Object left = all.stored().end(team, Instant.now());
    }
  }
}
