namespace Polaris.Client.Testing;

/// <summary>What can go wrong between a client and a server.</summary>
public enum FaultKind
{
    /// <summary>The connection is refused: the request is never sent.</summary>
    ConnectionRefused,

    /// <summary>The connection breaks before the server processes the request.</summary>
    ResetBeforeProcessing,

    /// <summary>The connection breaks after the server processed the request; the caller cannot distinguish it from a reset before.</summary>
    ResetAfterProcessing,

    /// <summary>The server processes the request, and the response breaks off in the middle.</summary>
    TruncatedAnswer,

    /// <summary>The server does not respond for a long time; when the caller gives up, the request is dropped.</summary>
    DelayNotProcessed,

    /// <summary>The server does not respond for a long time; when the caller gives up, the request is processed anyway.</summary>
    DelayProcessed,

    /// <summary>401 without a body, although the token is valid.</summary>
    Unauthorized,

    /// <summary>Another user locks the object for a while, before the request is processed.</summary>
    LockedByAnother,

    /// <summary>429 with Retry-After; the request is not processed.</summary>
    TooManyRequests,

    /// <summary>503 with Retry-After; the request is not processed.</summary>
    ServiceUnavailable,

    /// <summary>A proxy returns 502 with an HTML page; the request is not processed.</summary>
    ProxyHtml,

    /// <summary>A proxy returns 502 with an HTML page after the server processed the request.</summary>
    ProxyHtmlAfterProcessing,

    /// <summary>A proxy returns 200 with an HTML page; the request is not processed.</summary>
    ProxyHtmlWithStatus200,

    /// <summary>All tokens are revoked before the request is processed.</summary>
    TokenRevoked,

    /// <summary>The network delivers a PUT twice; the caller gets the first response.</summary>
    DuplicateDelivery,
}
