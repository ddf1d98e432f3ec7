package dev.vouch.slack.command;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.relationship.Asking;
import dev.vouch.advocate.relationship.Asking.Refusal;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RelationshipBook.Decided;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.standing.EvidenceReader;
import dev.vouch.advocate.standing.PersonStanding;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.LedgerDesk.Party;
import dev.vouch.slack.view.AskView;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says whether a person may be asked for something, and notes that they are and what they said. */
final class AskDesk {
  private AskDesk() {}

  static Rendering ask(Command.Ask ask, Party party, Asked asked, Workspace workspace) {
    Asking asking =
        new Asking(
            "ask:%d:%s".formatted(asked.now().toEpochMilli(), asked.by()),
            ask.topic(),
            ask.size(),
            asked.by(),
            ask.words());
    Standing standing = standing(party.with().id(), asked.now(), workspace);
    RoleRules roles = PersonDesk.rules(party.with().id(), workspace);
    Optional<Refusal> refusal =
        workspace
            .relationships()
            .decide(
                party.andAccount(),
                stand -> {
                  Optional<Refusal> why =
                      asking.refusal(facts(party, stand, standing, roles), asked.now());
                  return new Decided<>(
                      why.isPresent() ? stand : LedgerDesk.with(asking.entry(asked.now()), stand),
                      why);
                });
    return refusal
        .map(why -> AskView.refused(party.name(), ask.topic(), why))
        .orElseGet(
            () -> LedgerDesk.goodwill(party, asking.entry(asked.now()), asked.now(), workspace));
  }

  private static Asking.Facts facts(
      Party party, List<Relationship> stand, Standing standing, RoleRules roles) {
    return new Asking.Facts(
        stand.get(0).answered(party.heard()),
        stand.size() > 1 ? stand.get(1) : null,
        party.heard(),
        standing,
        roles);
  }

  private static Standing standing(String person, Instant now, Workspace workspace) {
    return workspace
        .advocates()
        .contact(person)
        .map(
            contact ->
                new EvidenceReader(workspace.advocates(), workspace.relationships(), now)
                    .of(contact))
        .map(evidence -> PersonStanding.of(evidence, now).standing())
        .orElse(Standing.UNKNOWN);
  }

  static Rendering answered(
      Command.Answered answered, Party party, Asked asked, Workspace workspace) {
    Optional<LedgerEntry> noted =
        workspace
            .relationships()
            .decide(
                List.of(party.with()),
                stand -> {
                  Optional<LedgerEntry> entry =
                      stand.get(0).openAsk(asked.now()).map(ask -> entry(answered, ask, asked));
                  return new Decided<>(
                      entry.map(one -> LedgerDesk.with(one, stand)).orElse(stand), entry);
                });
    return noted
        .map(entry -> LedgerDesk.goodwill(party, entry, asked.now(), workspace))
        .orElseGet(
            () ->
                HelpView.unclear(
                    "Nothing that %s was asked is open.".formatted(party.name()), null));
  }

  private static LedgerEntry entry(Command.Answered answered, LedgerEntry ask, Asked asked) {
    String words = answered.words().isEmpty() ? null : answered.words();
    return LedgerEntry.moment(
            answered.answer().wire() + ":" + ask.id(), answered.answer(), asked.now())
        .noted(new Note(asked.by(), words, ask.id()));
  }
}
