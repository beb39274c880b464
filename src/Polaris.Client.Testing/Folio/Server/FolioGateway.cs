namespace Polaris.Client.Testing.Folio.Server;

/// <summary>What a gateway says when it refuses a request; everything else is the same behind both.</summary>
internal abstract class FolioGateway
{
    /// <summary>The SameSite value of its cookies.</summary>
    public abstract string SameSite { get; }

    /// <summary>Whether the access token also comes in the answer's headers at the old sign-in.</summary>
    public abstract bool ReturnsTokenHeader { get; }

    public static FolioGateway For(FolioPlatform platform) =>
        platform == FolioPlatform.Eureka ? new FolioEurekaGateway() : new FolioOkapiGateway();

    /// <summary>The prefix of the cookies' path.</summary>
    public abstract string CookiePath(Uri gateway);

    /// <summary>The answer to tokens that contradict each other, or null when they do not.</summary>
    public abstract FolioReply? TokenConflict(FolioTokenForms tokens);

    /// <summary>The answer to a GET with a body, or null where it is let through.</summary>
    public abstract FolioReply? BodyOnGet();

    public abstract FolioReply NoTenant();

    public abstract FolioReply UnknownTenant(string tenant);

    public abstract FolioReply NoRoute(FolioRequest request);

    public abstract FolioReply TokenMissing(string permission);

    public abstract FolioReply TokenInvalid();

    public abstract FolioReply UserInactive(FakeFolioUser user);

    public abstract FolioReply WrongTenant();

    public abstract FolioReply PermissionMissing(FakeFolioUser user, string permission);

    public abstract FolioReply SignInRefused();

    public abstract FolioReply RefreshCookieUnreadable();

    public abstract FolioReply LogoutRefused();

    public abstract FolioReply Unavailable();
}
