using Microsoft.Extensions.Logging;

namespace Polaris.Client.Telemetry;

/// <summary>Every log message of the library, with its event ID. Routes are templates; data that identifies a person is never logged.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Route}: {Reason}, attempt {Attempt} failed; trying again in {Delay}")]
    public static partial void Retrying(ILogger logger, string route, string reason, int attempt, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Information, "Signed in to {System} at {Server}; the token is renewed at {RenewAt}")]
    public static partial void SignedIn(ILogger logger, string system, string server, DateTimeOffset? renewAt);

    [LoggerMessage(3, LogLevel.Warning, "Sign-in to {System} at {Server} failed: {Reason}")]
    public static partial void SignInFailed(ILogger logger, string system, string server, string reason);

    [LoggerMessage(4, LogLevel.Information, "The server refused the token; renewing it")]
    public static partial void TokenRefused(ILogger logger);

    [LoggerMessage(5, LogLevel.Warning, "The lock of object {ObjectId} (type {ObjectType}) could not be released; it stays on the server")]
    public static partial void LockNotReleased(ILogger logger, int objectType, int objectId, Exception exception);

    [LoggerMessage(6, LogLevel.Debug, "{Route} responded with HTTP {Status} after {Milliseconds} ms")]
    public static partial void Answered(ILogger logger, string route, int status, double milliseconds);

    [LoggerMessage(16, LogLevel.Debug, "{Route} ended without a response after {Milliseconds} ms: {Reason}")]
    public static partial void NotAnswered(ILogger logger, string route, double milliseconds, string reason);

    [LoggerMessage(7, LogLevel.Information, "Workflow {RequestType} {RequestGuid}: prompt {PromptId}")]
    public static partial void Prompted(ILogger logger, int requestType, Guid requestGuid, int promptId);

    [LoggerMessage(8, LogLevel.Information, "Workflow {RequestType} {RequestGuid} ended: {Outcome}")]
    public static partial void WorkflowEnded(ILogger logger, int requestType, Guid requestGuid, string outcome);

    [LoggerMessage(9, LogLevel.Warning, "Workflow {RequestType} {RequestGuid}: the response to a reply was lost; requesting the state from the server")]
    public static partial void RecoveringReply(ILogger logger, int requestType, Guid requestGuid);

    [LoggerMessage(10, LogLevel.Warning, "Workflow {RequestType} {RequestGuid} could not be canceled; it stays open on the server")]
    public static partial void NotCanceled(ILogger logger, int requestType, Guid requestGuid, Exception exception);

    [LoggerMessage(12, LogLevel.Warning, "The HTTP client {Name} does not use the handlers of ConfigureHttpClientDefaults ({Handlers}), because one that retries would execute workflows twice; add what you need to the builder that AddPolarisClient or AddFolioClient returns")]
    public static partial void HandlersDropped(ILogger logger, string name, string handlers);

    [LoggerMessage(13, LogLevel.Warning, "Workflow {RequestType} {RequestGuid} was abandoned at prompt {PromptId} and stays open on the server: Cancel is not offered or has led to another prompt, or the last reply is in doubt")]
    public static partial void LeftOpen(ILogger logger, int requestType, Guid requestGuid, int promptId);

    [LoggerMessage(14, LogLevel.Warning, "Workflow {RequestType} {RequestGuid}: the call was canceled while it was in flight; the server responded with status {Status}")]
    public static partial void CanceledCallAnswered(ILogger logger, int requestType, Guid requestGuid, int status);

    [LoggerMessage(15, LogLevel.Warning, "Workflow {RequestType} {RequestGuid} responded with status {Status} and may stay open on the server: without a readable prompt, Cancel cannot be replied")]
    public static partial void MayBeOpen(ILogger logger, int requestType, Guid requestGuid, int status);

    [LoggerMessage(25, LogLevel.Warning, "UnlockAsync was called after the disposal of its client and sent nothing; the lock of object {ObjectId} (type {ObjectType}) stays on the server")]
    public static partial void UnlockAfterDisposal(ILogger logger, int objectType, int objectId);

    [LoggerMessage(11, LogLevel.Warning, "{Count} background operations did not end within {ShutdownTimeout} and were canceled; locks and workflow conversations may stay on the server")]
    public static partial void WorkLeft(ILogger logger, int count, TimeSpan shutdownTimeout);

    [LoggerMessage(20, LogLevel.Warning, "This user and workstation hold the lock of object {ObjectId} (type {ObjectType}), but a response was lost, and whether this client acquired it is not known; it is kept")]
    public static partial void LockKept(ILogger logger, int objectType, int objectId);

    [LoggerMessage(21, LogLevel.Warning, "The response to the request for the lock of object {ObjectId} (type {ObjectType}) was lost, and the lock was not seen within {ReleaseTimeout}; if the server sets it later, it stays")]
    public static partial void LockNotSeen(ILogger logger, int objectType, int objectId, TimeSpan releaseTimeout, Exception? exception);

    [LoggerMessage(22, LogLevel.Warning, "A lease was collected without having been disposed; the lock of object {ObjectId} (type {ObjectType}) stays on the server")]
    public static partial void LeaseLost(ILogger logger, int objectType, int objectId);

    [LoggerMessage(23, LogLevel.Warning, "Locking {Count} objects (type {ObjectType}) was canceled, and whether the server locked some of them is not known; such locks stay on the server")]
    public static partial void LocksUnknown(ILogger logger, int count, int objectType, Exception exception);

    [LoggerMessage(24, LogLevel.Warning, "Object {ObjectId} (type {ObjectType}) was locked by a repeated request; if the server processes the request whose response was lost after UnlockAsync, the lock stays")]
    public static partial void LockMayReturn(ILogger logger, int objectType, int objectId);
}
