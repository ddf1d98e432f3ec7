package dev.vouch.digest;

import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Nudges in memory; one caller, so that a claim needs no lease. */
final class NudgesInMemory implements NudgeLog {
  private final Map<String, Nudge> nudges = new LinkedHashMap<>();

  @Override
  public Optional<Nudge> nudge(String id) {
    return Optional.ofNullable(nudges.get(id));
  }

  @Override
  public boolean add(Nudge nudge) {
    return nudges.putIfAbsent(nudge.id(), nudge) == null;
  }

  @Override
  public Optional<Nudge> change(String id, UnaryOperator<Nudge> change) {
    return Optional.ofNullable(nudges.computeIfPresent(id, (key, old) -> change.apply(old)));
  }

  @Override
  public List<Nudge> claimDue(Instant now, Duration lease, int limit) {
    return newest(nudge -> nudge.due() != null && !nudge.due().isAfter(now), limit);
  }

  @Override
  public @Nullable Instant lastAbout(String person, NudgeKind kind, String exceptId) {
    return newest(nudge -> nudge.kind() == kind && !nudge.id().equals(exceptId), 1).stream()
        .filter(nudge -> nudge.about().equals(person))
        .map(Nudge::at)
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<Nudge> about(String person, int limit) {
    return newest(nudge -> nudge.about().equals(person), limit);
  }

  @Override
  public List<Nudge> openFor(String person, int limit) {
    return newest(nudge -> nudge.to().equals(person) && nudge.state().isOpen(), limit);
  }

  @Override
  public List<Nudge> latest(int limit) {
    return newest(nudge -> true, limit);
  }

  private List<Nudge> newest(Predicate<Nudge> which, int limit) {
    return nudges.values().stream()
        .filter(which)
        .sorted(Comparator.comparing(Nudge::at).reversed())
        .limit(limit)
        .toList();
  }
}
