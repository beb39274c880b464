namespace Polaris.Client.Testing;

/// <summary>The responses of a gateway that refuses a request; everything else is the same behind both.</summary>
internal abstract class FolioGateway
{
    /// <summary>Okapi's own tenant, which has no modules.</summary>
    public const string SuperTenant = "supertenant";

    /// <summary>The SameSite value of its cookies.</summary>
    public abstract string SameSite { get; }

    /// <summary>Whether the older sign-in also returns the access token in a response header.</summary>
    public abstract bool ReturnsTokenHeader { get; }

    public static FolioGateway For(FolioPlatform platform) =>
        platform == FolioPlatform.Eureka ? new FolioEurekaGateway() : new FolioOkapiGateway();

    /// <summary>The prefix of the cookies' path.</summary>
    public abstract string CookiePath(Uri gateway);

    /// <summary>The response to tokens that contradict each other, or null if they do not.</summary>
    public abstract FakeResponse? TokenConflict(FolioTokenForms tokens);

    /// <summary>The response to a GET with a body, or null where it is allowed.</summary>
    public abstract FakeResponse? BodyOnGet();

    /// <summary>The tenant of a request that does not name one, or null where it must.</summary>
    public virtual string? TenantOf(FolioCall call, FolioTokens tokens) => null;

    public abstract FakeResponse NoTenant();

    public abstract FakeResponse UnknownTenant(string tenant);

    public abstract FakeResponse NoRoute(FolioCall request);

    public abstract FakeResponse TokenMissing(string permission);

    public abstract FakeResponse TokenInvalid();

    public abstract FakeResponse UserInactive(FakeFolioUser user);

    public abstract FakeResponse WrongTenant();

    public abstract FakeResponse PermissionMissing(FakeFolioUser user, string permission);

    public abstract FakeResponse SignInRefused();

    public abstract FakeResponse RefreshCookieUnreadable();

    public abstract FakeResponse LogoutRefused();

    public abstract FakeResponse Unavailable();
}
