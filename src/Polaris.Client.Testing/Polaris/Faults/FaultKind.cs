namespace Polaris.Client.Testing;

/// <summary>What can go wrong between a client and a server.</summary>
public enum FaultKind
{
    /// <summary>The connection is refused: the request never left.</summary>
    ConnectionRefused,

    /// <summary>The connection breaks before the server works on the request.</summary>
    ResetBeforeProcessing,

    /// <summary>The connection breaks after the server worked on the request; to the caller it looks like a reset before.</summary>
    ResetAfterProcessing,

    /// <summary>The server works on the request, and its answer breaks off in the middle.</summary>
    TruncatedAnswer,

    /// <summary>Nothing happens for a long time; when the caller gives up, the request is dropped.</summary>
    DelayNotProcessed,

    /// <summary>Nothing happens for a long time; when the caller gives up, the request is processed anyway.</summary>
    DelayProcessed,

    /// <summary>401 without a body, although the token is good.</summary>
    Unauthorized,

    /// <summary>Another user takes the lock of the object for a while, before the request is processed.</summary>
    LockedByAnother,

    /// <summary>429 with Retry-After; the request is not processed.</summary>
    TooManyRequests,

    /// <summary>503 with Retry-After; the request is not processed.</summary>
    ServiceUnavailable,

    /// <summary>A proxy answers 502 with a page of HTML; the request is not processed.</summary>
    ProxyHtml,

    /// <summary>A proxy answers 502 with a page of HTML after the server worked on the request.</summary>
    ProxyHtmlAfterProcessing,

    /// <summary>A proxy answers 200 with a page of HTML; the request is not processed.</summary>
    ProxyHtmlWithStatus200,

    /// <summary>All tokens are revoked before the request is looked at.</summary>
    TokenRevoked,

    /// <summary>The network delivers a PUT twice; the caller gets the answer to the first.</summary>
    DuplicateDelivery,
}
