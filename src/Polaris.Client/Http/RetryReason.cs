namespace Polaris.Client.Http;

/// <summary>Why a request is sent again.</summary>
internal enum RetryReason
{
    None,
    Transient,
    LockConflict,
}
