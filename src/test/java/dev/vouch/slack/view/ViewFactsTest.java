package dev.vouch.slack.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Place;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.ContextReason;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Stance;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.view.nudge.NudgeView;
import dev.vouch.slack.view.person.WhyView;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What views promise beyond their looks. */
class ViewFactsTest {
  private static final MentionId MESSAGE = TestBooks.mention(300);

  @ParameterizedTest
  @EnumSource(State.class)
  void nudge_hasButtonsOnlyWhileItCanBeAnswered(State state) {
    Rendering view = NudgeView.of(TestBooks.delight(state), id -> "Maya");
    assertThat(buttons(view.blocks()).isEmpty())
        .isNotEqualTo(EnumSet.of(State.SENT, State.APPROVAL).contains(state));
  }

  @Test
  void everyButtonOfANudge_carriesItsIdAndWrongAsksFirst() {
    Nudge nudge = TestBooks.delight(State.SENT);
    List<ButtonElement> buttons = buttons(NudgeView.of(nudge, id -> "Maya").blocks());
    assertThat(buttons).extracting(ButtonElement::getValue).containsOnly(nudge.id());
    assertThat(buttons)
        .extracting(button -> button.getText().getText())
        .containsExactly("Doing it", "Later", "Not this", "Wrong");
    assertThat(buttons.get(0).getStyle()).isEqualTo("primary");
    assertThat(buttons).filteredOn(button -> button.getConfirm() != null).hasSize(1);
    assertThat(buttons.get(3).getConfirm()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"thank you for posting", "reward", "gift card", "in return", "because you posted"})
  void openNudge_offersNothingForTheAct(String phrase) {
    String all = NudgeView.of(TestBooks.delight(State.SENT), id -> "Maya").blocks().toString();
    assertThat(all).doesNotContainIgnoringCase(phrase);
    assertThat(all).contains("Please do not mention the message", "Nothing is owed for it");
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"WRONG", "NOTHING"})
  void takenBackNudge_keepsNoWords(State state) {
    Rendering view = NudgeView.of(TestBooks.delight(state), id -> "Maya");
    assertThat(view.text() + view.blocks())
        .doesNotContain("it cut our month-end", "spoke up for us. A small", "archives");
  }

  @ParameterizedTest
  @EnumSource(NudgeKind.class)
  void openNudge_saysItsKindFirst(NudgeKind kind) {
    Nudge nudge = TestBooks.nudge(kind, State.SENT);
    assertThat(NudgeView.of(nudge, id -> "Maya").blocks().get(0).toString())
        .contains(
            switch (kind) {
              case DELIGHT -> "Surprise";
              case EXEC_INTRO -> "Introduction";
              case OFFER_TO_VOUCH -> "Offer";
              case PEER_HELP -> "Question";
              case CHECK_IN -> "Silence";
              case DISCLOSURE_REMINDER -> "Disclosure";
              case COMPETITOR_FLAG -> "Competitor";
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = NudgeKind.class,
      names = {"DISCLOSURE_REMINDER", "COMPETITOR_FLAG"})
  void quietNudge_suggestsNoWordToThePerson(NudgeKind kind) {
    Rendering view = NudgeView.of(TestBooks.nudge(kind, State.SENT), id -> "Maya");
    assertThat(buttons(view.blocks()))
        .extracting(button -> button.getText().getText())
        .isSubsetOf("Noted", "Wrong");
    assertThat(view.blocks().toString()).doesNotContainIgnoringCase("reply", "thank");
  }

  @Test
  void why_foldsNudgesThatCameToNothingForOneReason() {
    Nudge sent = TestBooks.delight(State.SENT);
    Nudge late = sent.now(State.NOTHING, "It was said too long ago.");
    Nudge lately = sent.now(State.NOTHING, "They had one lately.");
    List<Nudge> nudges = List.of(lately, sent, lately, late, lately);
    String why = WhyView.of(about(nudges), id -> "Maya").blocks().toString();
    assertThat(why).contains("3 nudges came to nothing", "too long ago", "· sent ·");
    assertThat(why).containsOnlyOnce("They had one lately.").doesNotContain("more");
  }

  @Test
  void why_namesWhatWasTaughtHere() {
    TestBooks books = new TestBooks();
    Heard plain = books.hear("U0ANA", Intent.PRAISE, 100, "so quick");
    Heard heard =
        new Heard(
            plain.mention(),
            plain.person(),
            plain.intent(),
            plain.otherwise(),
            plain.confidence(),
            plain.sentiment(),
            false,
            false,
            plain.evidence(),
            plain.permalink(),
            "vouch-e5 3 + T0ACME 2",
            null);
    WhyView.Facts facts =
        new WhyView.Facts(
            books.advocates.contact("U0ANA").orElseThrow(),
            null,
            Evidence.of("U0ANA", List.of(), List.of(heard)),
            List.of(),
            TestBooks.NOW,
            null);
    assertThat(WhyView.of(facts, id -> "Maya").blocks().toString())
        .contains("Rule: model vouch-e5, version 3, taught here: version 2, 91 % sure");
  }

  @Test
  void why_namesModelAndVersion() {
    String why = WhyView.of(about(List.of()), id -> "Maya").blocks().toString();
    assertThat(why).contains("Rule: model vouch-intent, version 1.0, 91 % sure");
  }

  @Test
  void why_saysWhatContextDid_andWhoseActsWereSeconded() {
    WhyView.Facts facts = about(List.of());
    Contact ana = facts.person();
    Heard second =
        facts
            .evidence()
            .heard()
            .get(0)
            .at(new Place("1", Stance.SECOND, ContextReason.SECONDS_ADVOCACY, "U0TOM"));
    Contact seconded =
        new Contact(
            ana.id(), ana.name(), null, ana.mentions(), new Reach(0, 0, 0, 0, 3, 1), 1, null, null);
    WhyView.Facts shown = facts(seconded, second, List.of());
    String why = WhyView.of(shown, id -> "Maya").blocks().toString();

    assertThat(why).contains("read in context, because it seconds an act of advocacy");
    assertThat(why).contains("Acts were seconded 3 times, others' acts once.");
  }

  @Test
  void groundForACompetitorInAThread_saysWhyItIsReadSo_andThatItIsNoAct() {
    WhyView.Facts facts = about(List.of());
    Heard was = facts.evidence().heard().get(0);
    Heard theirs =
        new Heard(
            was.mention(),
            was.person(),
            Intent.WARNING,
            Intent.PRAISE,
            0.85,
            was.sentiment(),
            false,
            true,
            was.evidence(),
            was.permalink(),
            was.rule(),
            null,
            new Place("1", Stance.COMPLAINT, ContextReason.SPEAKS_TO_A_BUYER, null));
    WhyView.Facts shown = facts(facts.person(), theirs, List.of());

    assertThat(WhyView.of(shown, id -> "Maya").blocks().toString())
        .contains(
            "because it argues to somebody who asks what to choose; it speaks up for another");
  }

  private static WhyView.Facts about(List<Nudge> nudges) {
    TestBooks books = new TestBooks();
    Heard heard = books.hear("U0ANA", Intent.PRAISE, 100, "so quick");
    Contact ana = books.advocates.contact("U0ANA").orElseThrow();
    return facts(ana, heard, nudges);
  }

  private static WhyView.Facts facts(Contact person, Heard heard, List<Nudge> nudges) {
    Evidence evidence = Evidence.of(person.id(), List.of(), List.of(heard));
    return new WhyView.Facts(person, null, evidence, nudges, TestBooks.NOW, null);
  }

  @Test
  void saveForm_startsWithTheAuthorAndTheFirstWords() {
    View form = SaveModal.of(MESSAGE, "U0ANA", "x".repeat(5_000));
    assertThat(((UsersSelectElement) input(form, Actions.SAVE_WHO)).getInitialUser())
        .isEqualTo("U0ANA");
    assertThat(((PlainTextInputElement) input(form, Actions.SAVE_WORDS)).getInitialValue())
        .hasSize(300)
        .endsWith("…");
    assertThat(((StaticSelectElement) input(form, Actions.SAVE_KIND)).getOptions())
        .extracting(option -> option.getValue())
        .startsWith(Stream.of(ActKind.values()).map(ActKind::wire).toArray(String[]::new))
        .contains("no_act:praise", "no_act:neutral")
        .doesNotContain("no_act:advocacy");
    assertThat(form.getTitle().getText()).hasSizeLessThanOrEqualTo(24);
  }

  @Test
  void saveForm_remembersItsMessageAndItsText_soThatWeNeedNot() {
    View form = SaveModal.of(MESSAGE, null, "some words");
    assertThat(SaveModal.messageOf(form.getPrivateMetadata())).contains(MESSAGE);
    assertThat(SaveModal.textOf(form.getPrivateMetadata())).contains("some words");
    assertThat(((UsersSelectElement) input(form, Actions.SAVE_WHO)).getInitialUser()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "null", "[1]", "{\"channel\":\"!\",\"ts\":\"1\"}", "nonsense"})
  void saveForm_withoutAMessageIsRecognised(String metadata) {
    assertThat(SaveModal.messageOf(metadata)).isEmpty();
  }

  private static com.slack.api.model.block.element.BlockElement input(View form, String id) {
    return form.getBlocks().stream()
        .filter(block -> block instanceof InputBlock)
        .map(block -> (InputBlock) block)
        .filter(block -> id.equals(block.getBlockId()))
        .findFirst()
        .orElseThrow()
        .getElement();
  }

  private static List<ButtonElement> buttons(List<LayoutBlock> blocks) {
    return blocks.stream()
        .filter(block -> block instanceof ActionsBlock)
        .flatMap(block -> ((ActionsBlock) block).getElements().stream())
        .map(element -> (ButtonElement) element)
        .toList();
  }
}
