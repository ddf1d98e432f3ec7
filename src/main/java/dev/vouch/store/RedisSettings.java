package dev.vouch.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.Gson;
import dev.vouch.digest.DigestChannel;
import dev.vouch.mention.Products;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeRules;
import dev.vouch.nudge.Switches;
import dev.vouch.nudge.etiquette.ChannelRule;
import dev.vouch.nudge.etiquette.Etiquette;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.pipeline.SettingsBook;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/**
 * The settings of one workspace, in Redis. They are asked for with every message, so they are known
 * for a second; what is changed here counts at once, what another instance changed a second later.
 */
final class RedisSettings implements SettingsBook {
  private static final Gson GSON = new Gson();
  private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

  private final UnifiedJedis redis;
  private final Keys keys;
  private final Cache<String, TeamSettings> known =
      Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).build();

  RedisSettings(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  private record Stored(
      String mode,
      @Nullable String approver,
      @Nullable String owner,
      int leastDelayDays,
      int mostDelayDays,
      List<StoredDigest> digests,
      Set<String> sources,
      Map<String, Boolean> staff,
      @Nullable Set<String> products,
      @Nullable Set<String> competitors,
      @Nullable Integer mostMarquee,
      @Nullable Set<String> off,
      @Nullable Double heldOut,
      @Nullable Integer suggestions,
      @Nullable Integer askShare,
      @Nullable Map<String, String> channels,
      @Nullable Set<String> offers) {}

  private record StoredDigest(String channel, String hour, String zone) {}

  @Override
  public TeamSettings settings() {
    return Objects.requireNonNull(known.get(keys.settings(), key -> stored()));
  }

  @Override
  public TeamSettings fresh() {
    known.invalidateAll();
    return settings();
  }

  private TeamSettings stored() {
    return parse(Objects.requireNonNullElse(redis.get(keys.settings()), ""));
  }

  @Override
  public TeamSettings change(UnaryOperator<TeamSettings> change) {
    while (true) {
      String before = Objects.requireNonNullElse(redis.get(keys.settings()), "");
      TeamSettings wanted = change.apply(parse(before));
      Object replaced =
          Script.REPLACE.run(redis, List.of(keys.settings()), List.of(before, json(wanted)));
      if (replaced.equals(1L)) {
        known.invalidateAll();
        return wanted;
      }
    }
  }

  private static String json(TeamSettings settings) {
    return GSON.toJson(
        new Stored(
            settings.mode().wire(),
            settings.approver(),
            settings.owner(),
            Math.toIntExact(settings.rules().leastDelay().toDays()),
            Math.toIntExact(settings.rules().mostDelay().toDays()),
            settings.digestChannels().stream().map(RedisSettings::stored).toList(),
            new TreeSet<>(settings.sources()),
            settings.staff(),
            new TreeSet<>(settings.products().ours()),
            new TreeSet<>(settings.products().theirs()),
            settings.mostMarquee(),
            settings.rules().switches().off().stream()
                .map(NudgeKind::wire)
                .collect(Collectors.toCollection(TreeSet::new)),
            settings.rules().switches().heldOut(),
            settings.etiquette().suggestions(),
            settings.etiquette().askShare(),
            wires(settings.etiquette()),
            settings.rules().offers().stream()
                .map(Gesture::wire)
                .collect(Collectors.toCollection(TreeSet::new))));
  }

  private static StoredDigest stored(DigestChannel digest) {
    return new StoredDigest(digest.channel(), digest.hour().toString(), digest.zone().getId());
  }

  private static TeamSettings parse(String json) {
    if (json.isEmpty()) {
      return TeamSettings.DEFAULT;
    }
    Stored stored = GSON.fromJson(json, Stored.class);
    return new TeamSettings(
        Mode.named(stored.mode()).orElse(Mode.APPROVE_FIRST),
        stored.approver(),
        stored.owner(),
        NudgeRules.DEFAULT
            .withDelayDays(stored.leastDelayDays(), stored.mostDelayDays())
            .withSwitches(switches(stored))
            .withOffers(offers(stored.offers())),
        stored.digests().stream()
            .map(RedisSettings::digest)
            .collect(Collectors.toMap(DigestChannel::channel, Function.identity())),
        stored.sources(),
        stored.staff(),
        new Products(
            Objects.requireNonNullElse(stored.products(), Set.of()),
            Objects.requireNonNullElse(stored.competitors(), Set.of())),
        Objects.requireNonNullElse(stored.mostMarquee(), TeamSettings.MOST_MARQUEE),
        etiquette(stored));
  }

  /** Those that there are no more are left out. */
  private static Set<Gesture> offers(@Nullable Set<String> stored) {
    return stored == null
        ? Gesture.USUAL
        : stored.stream().map(Gesture::named).flatMap(Optional::stream).collect(Collectors.toSet());
  }

  private static Switches switches(Stored stored) {
    Set<NudgeKind> off =
        Objects.requireNonNullElse(stored.off(), Set.<String>of()).stream()
            .flatMap(wire -> NudgeKind.named(wire).stream())
            .collect(Collectors.toSet());
    return new Switches(
        off, Objects.requireNonNullElse(stored.heldOut(), Switches.DEFAULT.heldOut()));
  }

  private static Map<String, String> wires(Etiquette etiquette) {
    Map<String, String> channels = new TreeMap<>();
    etiquette.channels().forEach((channel, rule) -> channels.put(channel, rule.wire()));
    return channels;
  }

  private static Etiquette etiquette(Stored stored) {
    Etiquette etiquette =
        Etiquette.USUAL
            .withSuggestions(
                Objects.requireNonNullElse(stored.suggestions(), Etiquette.USUAL.suggestions()))
            .withAskShare(
                Objects.requireNonNullElse(stored.askShare(), Etiquette.USUAL.askShare()));
    Map<String, String> channels = Objects.requireNonNullElse(stored.channels(), Map.of());
    for (Map.Entry<String, String> one : channels.entrySet()) {
      etiquette =
          etiquette.with(
              one.getKey(), ChannelRule.named(one.getValue()).orElse(ChannelRule.LISTEN));
    }
    return etiquette;
  }

  private static DigestChannel digest(StoredDigest stored) {
    return new DigestChannel(
        stored.channel(), LocalTime.parse(stored.hour()), ZoneId.of(stored.zone()));
  }
}
