package dev.vouch.app;

import dev.vouch.sandbox.api.Faults;
import java.time.Duration;
import java.util.function.BiConsumer;

/** What Slack may answer to a call; the first does as asked and says so after eight seconds. */
enum Answered {
  NOTHING((faults, method) -> faults.silentNext(method, Duration.ofMillis(8_500), 1)),
  TOO_MANY_REQUESTS((faults, method) -> faults.failNext(method, 429, 30, 1)),
  SERVER_ERROR((faults, method) -> faults.failNext(method, 500, 0, 1)),
  HTML((faults, method) -> faults.htmlNext(method, 1)),
  TOKEN_REVOKED((faults, method) -> faults.errorNext(method, "token_revoked", 1));

  private final BiConsumer<Faults, String> plan;

  Answered(BiConsumer<Faults, String> plan) {
    this.plan = plan;
  }

  /** The next call of a method is answered so. */
  void plan(Town town, String method) {
    plan.accept(town.sandbox.faults(), method);
  }
}
