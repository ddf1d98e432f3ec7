package dev.vouch.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.impl.FilesUploadV2Helper;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.request.files.FilesUploadV2Request;
import com.slack.api.methods.request.files.FilesUploadV2Request.UploadFile;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.model.Message;
import dev.vouch.digest.AdvocacyChart;
import dev.vouch.digest.Digest;
import dev.vouch.nudge.Nudge.Posted;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts files into channels of one workspace, each in its turn among what is said there, and once:
 * the message that carries one bears no mark, but the file has a name that no other there has.
 */
record SlackFiles(Conversations talks) {
  private static final String CHART_TITLE = "Advocacy and likes, 14 days";
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** A file, what a screen reader says of it, and what stands above it. */
  private record Upload(
      String name, String title, byte[] bytes, @Nullable String altText, @Nullable String comment) {
    private Upload(String name, String title, byte[] bytes) {
      this(name, title, bytes, null, null);
    }

    private Upload with(String alt, String words) {
      return new Upload(name, title, bytes, alt, words);
    }

    private boolean isIn(Message message) {
      return message.getFiles() != null
          && message.getFiles().stream().anyMatch(file -> name.equals(file.getName()));
    }
  }

  /**
   * @param perhaps whether somebody may have begun to put it there before
   */
  void chart(Digest digest, byte[] chart, String channel, boolean perhaps) {
    Upload upload =
        new Upload("vouch-%s.png".formatted(digest.day()), CHART_TITLE, chart)
            .with(
                new AdvocacyChart().altText(digest),
                "Acts of advocacy and, apart from them, likes.");
    put(channel, upload, perhaps ? digest.to() : null);
  }

  /**
   * What is held about somebody, for them.
   *
   * @param at when they asked for it
   */
  void own(byte[] json, String channel, Instant at) {
    String name = "my-data-%s.json".formatted(TO_THE_SECOND.format(at));
    put(channel, new Upload(name, "What is held about you", json), at);
  }

  private void put(String channel, Upload upload, @Nullable Instant begun) {
    Posted unused =
        talks.once(
            channel,
            upload.name(),
            () -> begun == null ? Optional.empty() : talks.find(channel, begun, upload::isIn),
            mine -> {
              mine.api()
                  .call(
                      "files.completeUploadExternal",
                      slack -> upload(channel, upload, slack, mine.lease()));
              return new Posted(channel, "");
            });
  }

  /** Nobody sees the file before the last of three steps, so that this one must be in time. */
  private static FilesCompleteUploadExternalResponse upload(
      String channel, Upload upload, MethodsClient slack, Lease lease)
      throws IOException, SlackApiException {
    UploadFile file =
        UploadFile.builder()
            .filename(upload.name())
            .title(upload.title())
            .altTxt(upload.altText())
            .fileData(upload.bytes())
            .build();
    try (FilesUploadV2Helper steps = new FilesUploadV2Helper(slack)) {
      String id = steps.uploadFile(FilesUploadV2Request.builder().build(), file);
      lease.require();
      return slack.filesCompleteUploadExternal(
          done ->
              done.files(List.of(FileDetails.builder().id(id).title(upload.title()).build()))
                  .channelId(channel)
                  .initialComment(upload.comment()));
    } catch (SlackFilesUploadV2Exception e) {
      return refused(e);
    }
  }

  private static FilesCompleteUploadExternalResponse refused(SlackFilesUploadV2Exception failure)
      throws IOException {
    FilesCompleteUploadExternalResponse refused = new FilesCompleteUploadExternalResponse();
    refused.setError(
        failure.getGetURLResponses().stream()
            .filter(answer -> !answer.isOk())
            .map(answer -> answer.getError())
            .findFirst()
            .orElseThrow(() -> new IOException("the upload did not go through", failure)));
    return refused;
  }
}
