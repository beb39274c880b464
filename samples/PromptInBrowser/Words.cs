using Polaris.Client;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace PromptInBrowser;

/// <summary>Explains failures to the people who see the pages. Messages of exceptions are for the log: they contain IDs of conversations.</summary>
internal static class Words
{
    /// <param name="exception">What failed.</param>
    /// <param name="isSent">Whether the save or the answer was sent; otherwise only something before it was.</param>
    public static string For(Exception exception, bool isSent) => exception switch
    {
        ObjectLockedException locked => $"{HolderOf(locked)} has the record open. Nothing was sent; try again when it is closed.",
        WorkflowFailedException { Messages.Count: > 0 } failed => string.Join(" ", failed.Messages.Select(message => message.Message)),
        WorkflowFailedException { Status: WorkflowStatus.InvalidReply } => "Polaris rejected the answer. Choose another one.",
        WorkflowFailedException => "Polaris ended the save without completing it.",
        IllegalReplyException => "This answer does not fit the question, so it was not sent. Choose one of the buttons below.",
        PolarisClientException { MayHaveBeenProcessed: true } when isSent =>
            "The connection to Polaris broke, so it is not known whether Polaris acted on this. Nothing is sent again automatically.",
        NotFoundException => "Polaris does not have this record. Nothing was sent.",
        AuthenticationFailedException or PermissionDeniedException => "Polaris refused: the user of this app is not allowed to do that. Nothing was saved.",
        RequestFailedException { ServerMessage: { } words } => $"Polaris refused: {words}",
        RequestFailedException refused => $"Polaris refused the request (HTTP {(int)refused.StatusCode}). Nothing was saved.",
        TransportException => "Polaris could not be reached. Nothing was sent; try again.",
        InvalidOperationException => exception.Message,
        _ => "Nothing was saved.",
    };

    public static string For(Save save) => save.State switch
    {
        SaveState.Starting => "The save is being started",
        SaveState.Answering => "The answer is being sent",
        SaveState.InDoubt => "It is not known whether Polaris acted on the last answer",
        SaveState.Open => "Polaris asks a question",
        _ => For(save.Outcome),
    };

    private static string For(SaveOutcome outcome) => outcome switch
    {
        SaveOutcome.Saved => "Saved",
        SaveOutcome.PartlySaved => "Saved in part",
        SaveOutcome.Canceled => "Canceled: nothing was saved",
        SaveOutcome.NotSaved => "Not saved",
        SaveOutcome.Gone => "Polaris no longer has this conversation",
        _ => "It is not known whether the record was saved: read it in Polaris",
    };

    private static string HolderOf(ObjectLockedException locked) => locked.Holder is not { } holder
        ? "Another user"
        : $"{holder.PolarisUserName ?? $"User {holder.PolarisUserId}"} (at {holder.WorkstationName ?? $"workstation {holder.WorkstationId}"}"
            + $"{(holder.LockDate is { } since ? $", since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : "")})";
}
