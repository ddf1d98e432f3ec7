package dev.vouch.pipeline.gift;

import dev.vouch.advocate.Account;
import dev.vouch.mention.Author;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may approve a gift: the workspace's approver, else whoever else stands for the account or the
 * workspace, and never whoever wants to give it.
 */
record Approvers(Workspace workspace) {

  /** The first is asked; each may decide. */
  List<String> of(@Nullable Account account, String giver) {
    TeamSettings settings = workspace.settings().settings();
    return Stream.of(
            settings.approver(),
            account == null ? null : account.sponsor(),
            account == null ? null : account.owner(),
            settings.owner())
        .filter(Objects::nonNull)
        .filter(person -> !person.equals(giver))
        .distinct()
        .filter(this::isStaff)
        .toList();
  }

  private boolean isStaff(String person) {
    Boolean named = workspace.settings().settings().staff().get(person);
    return named != null
        ? named
        : workspace
            .directory()
            .author(person)
            .filter(author -> author.kind() == Author.Kind.STAFF)
            .isPresent();
  }
}
