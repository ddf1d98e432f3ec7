package dev.vouch.advocate.pattern;

import static dev.vouch.advocate.Acts.day;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Provenance;
import dev.vouch.advocate.Provenance.Windows;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One row of {@code histories.tsv}, whose head says how to read it. */
record LabelledHistory(String name, boolean organic, History history) {
  private static final Pattern ACT =
      Pattern.compile("(\\d+)([RDHES]?)(v?)(w?)(?:#(\\d))?(?:@(\\w))?");
  private static final Map<String, ActKind> KINDS =
      Map.of(
          "",
          ActKind.RECOMMENDATION,
          "R",
          ActKind.REFERRAL,
          "D",
          ActKind.DEFENCE,
          "H",
          ActKind.PEER_HELP,
          "E",
          ActKind.REVIEW,
          "S",
          ActKind.STORY);

  static List<LabelledHistory> all() {
    try (InputStream in = LabelledHistory.class.getResourceAsStream("/histories.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LabelledHistory of(String[] row) {
    List<LedgerEntry> ledger = new ArrayList<>();
    for (String offer : words(row[3])) {
      String[] ends = offer.split("[-:]");
      ledger.add(
          LedgerEntry.offer(
              "offer" + ends[0],
              day(Integer.parseInt(ends[0])),
              ends[1].equals("open") ? null : day(Integer.parseInt(ends[1])),
              offer.endsWith(":referral") ? Set.of(ActKind.REFERRAL) : Set.of()));
    }
    for (String ask : words(row[4])) {
      ledger.add(LedgerEntry.moment("ask" + ask, LedgerEntry.Kind.ASK, day(Integer.parseInt(ask))));
    }
    List<History.Act> acts = new ArrayList<>();
    words(row[5]).forEach(act -> acts.add(act(act, acts.size(), ledger)));
    List<String> seeking =
        IntStream.range(0, Integer.parseInt(row[6])).mapToObj(i -> "C9:" + i).toList();
    History history = new History(acts, seeking, ledger, day(0), day(Integer.parseInt(row[2])));
    return new LabelledHistory(row[0], row[1].equals("organic"), history);
  }

  private static List<String> words(String cell) {
    return cell.isBlank() ? List.of() : Arrays.asList(cell.split(" "));
  }

  private static History.Act act(String said, int index, List<LedgerEntry> ledger) {
    Matcher parts = ACT.matcher(said);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an act: " + said);
    }
    String venue = parts.group(6) == null ? "C" + index % 4 : "C" + parts.group(6);
    double at = Integer.parseInt(parts.group(1)) + 0.3;
    MentionId mention = new MentionId(venue, "%d.%06d".formatted(day(at).getEpochSecond(), index));
    AdvocacyAct act =
        new AdvocacyAct(
            mention,
            "UA",
            new Purpose(Objects.requireNonNull(KINDS.get(parts.group(2))), Aim.TRY),
            0.9,
            Set.of(),
            List.of(),
            !parts.group(4).isEmpty(),
            "",
            null);
    return new History.Act(
        mention.toString(),
        act.at(),
        act.kind(),
        venue,
        Provenance.of(act, ledger, Windows.USUAL),
        parts.group(3).isEmpty(),
        Fingerprint.of(text(parts.group(5), index)).orElse(null));
  }

  /** A text by its number, or one that nobody else uses. */
  private static String text(String number, int index) {
    String name = number == null ? "own" + index : "same" + number;
    return String.join(" ", IntStream.range(0, 14).mapToObj(i -> name + i).toList());
  }
}
