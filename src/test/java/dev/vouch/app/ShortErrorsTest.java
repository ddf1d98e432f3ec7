package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.store.Store;
import dev.vouch.store.server.RedisAddress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ShortErrorsTest {
  private final StringWriter err = new StringWriter();

  /** A command that fails as it is told. */
  @Command(name = "fails")
  record Fails(Callable<?> how) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      how.call();
      return 0;
    }
  }

  private int run(CommandLine commands, String... args) {
    return commands.setErr(new PrintWriter(err, true)).execute(args);
  }

  private int failing(Callable<?> how) {
    return run(ShortErrors.on(new CommandLine(new Fails(how))));
  }

  @Test
  void absentRedis_isOneLineWithWhatToDo() {
    RedisAddress nobody = new RedisAddress(URI.create("redis://127.0.0.1:1"), false);
    try (Store store = Store.at(nobody, InstantSource.system())) {
      assertThat(failing(store::teams)).isEqualTo(1);
    }
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("fails: ").contains("127.0.0.1:1", "REDIS_URL");
  }

  @Test
  void foreseenFailure_isItsOwnSentence() {
    int code =
        failing(
            () -> {
              throw new IllegalStateException("the port is taken; choose another one");
            });
    assertThat(code).isEqualTo(1);
    assertThat(err).hasToString("fails: the port is taken; choose another one.%n".formatted());
  }

  @Test
  void unforeseenFailure_isToldWithoutItsTrace() {
    int code =
        failing(
            () -> {
              throw new ArithmeticException("/ by zero");
            });
    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("nobody has foreseen").doesNotContain("\tat ");
  }

  @Test
  void wrongDay_saysWhatADayLooksLike() {
    assertThat(run(Main.commandLine(Map.of()), "digest", "--date", "nonsense")).isEqualTo(2);
    assertThat(err.toString())
        .contains("'nonsense' is no day like 2026-11-22", "vouch digest --help")
        .doesNotContain("java.time");
    assertThat(err.toString().lines()).hasSize(2);
  }

  @Test
  void unknownCommand_namesTheNearest() {
    assertThat(run(Main.commandLine(Map.of()), "exprot")).isEqualTo(2);
    assertThat(err.toString()).contains("exprot", "export");
  }
}
