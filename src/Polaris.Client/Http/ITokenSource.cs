namespace Polaris.Client.Http;

/// <summary>Where the authentication handler gets its tokens from.</summary>
internal interface ITokenSource
{
    /// <summary>The present token, or a new one when there is none or it is about to expire.</summary>
    ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken);

    /// <summary>A token newer than the refused one; null when none can be had.</summary>
    ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken);
}
