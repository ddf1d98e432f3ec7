package dev.vouch.slack.books;

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

/** Nudges in a map. */
public final class InMemoryNudges implements NudgeLog {
  private final Map<String, Nudge> nudges = new LinkedHashMap<>();

  @Override
  public synchronized Optional<Nudge> nudge(String id) {
    return Optional.ofNullable(nudges.get(id));
  }

  @Override
  public synchronized boolean add(Nudge nudge) {
    return nudges.putIfAbsent(nudge.id(), nudge) == null;
  }

  @Override
  public synchronized Optional<Nudge> change(String id, UnaryOperator<Nudge> change) {
    return Optional.ofNullable(nudges.computeIfPresent(id, (key, nudge) -> change.apply(nudge)));
  }

  @Override
  public synchronized List<Nudge> claimDue(Instant now, Duration lease, int limit) {
    return newest(nudge -> nudge.due() != null && !nudge.due().isAfter(now), limit);
  }

  @Override
  public synchronized @Nullable Instant lastAbout(String person, NudgeKind kind, String exceptId) {
    return nudges.values().stream()
        .filter(nudge -> nudge.about().equals(person) && nudge.kind() == kind)
        .filter(nudge -> !nudge.id().equals(exceptId))
        .map(Nudge::at)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  @Override
  public synchronized List<Nudge> about(String person, int limit) {
    return newest(nudge -> nudge.about().equals(person), limit);
  }

  @Override
  public synchronized List<Nudge> openFor(String person, int limit) {
    return newest(nudge -> nudge.to().equals(person) && nudge.state().isOpen(), limit);
  }

  @Override
  public synchronized List<Nudge> latest(int limit) {
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
