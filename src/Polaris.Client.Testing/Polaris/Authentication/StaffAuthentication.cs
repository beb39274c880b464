using System.Text;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The staff sign-in, and the header that every other call must have.</summary>
internal sealed class StaffAuthentication(FakePolarisOptions options, UserStore users, TokenStore tokens, LockTable locks)
{
    public int Granted { get; private set; }

    public int Refused { get; private set; }

    public FakeResponse SignIn(PolarisCall call)
    {
        if (call.Text.Trim() is not ("" or "{}"))
        {
            call.Report("The sign-in does not take a body.");
        }

        FakeUser? user = users.WithCredentials(CredentialsOf(call));
        if (user is null)
        {
            Refused++;
            return FakeResponse.Empty(401).Because("No user has this domain, name and password.");
        }

        Granted++;
        if (options.SignInClearsLocks)
        {
            locks.RemoveWhere(held => held.Owner.UserId == user.Id);
        }

        return FakeResponse.Json(Describe(tokens.Issue(user)));
    }

    /// <summary>The caller; throws a 401 if the user is not recognized.</summary>
    public LockOwner Authenticate(PolarisCall call)
    {
        string header = call.Header("Authorization") ?? throw Unauthorized(call, "The Authorization header is missing.");
        FakeUser? user = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? tokens.OfBearer(header.Substring("Bearer ".Length))
            : OfPas(call, header);
        return user is null
            ? throw new Refusal(FakeResponse.Empty(401).Because("The token is unknown, expired or revoked."))
            : new(user.Id, user.Name, call.Address.WorkstationId!.Value);
    }

    private FakeUser? OfPas(PolarisCall call, string header)
    {
        string[] parts = header.StartsWith("PAS ", StringComparison.OrdinalIgnoreCase) ? header.Substring(4).Split(':') : [];
        return parts.Length == 3 && parts[0] == options.SiteDomain
            ? tokens.OfPas(parts[1], parts[2])
            : throw Unauthorized(call, "The Authorization header is not 'PAS {site}:{token}:{secret}' of this site.");
    }

    private static string CredentialsOf(PolarisCall call)
    {
        string? header = call.Header("Authorization");
        try
        {
            return header?.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) == true
                ? Encoding.UTF8.GetString(Convert.FromBase64String(header.Substring("Basic ".Length)))
                : throw Unauthorized(call, "The sign-in needs an Authorization header with the Basic scheme.");
        }
        catch (FormatException)
        {
            throw Unauthorized(call, "The credentials are not Base64.");
        }
    }

    private static Refusal Unauthorized(PolarisCall call, string reason) =>
        call.Refuse(FakeResponse.Empty(401), reason);

    private JsonObject Describe(StaffToken token) => new()
    {
        ["SiteDomain"] = options.SiteDomain,
        ["UserDomain"] = token.User.Domain,
        ["AccessToken"] = token.AccessToken,
        ["AccessSecret"] = token.AccessSecret,
        ["AuthExpDate"] = options.ExpirationHasOffset
            ? new ServerDates(options).WithOffset(token.Expires) : new ServerDates(options).WithoutOffset(token.Expires),
        ["PolarisUser"] = new JsonObject
        {
            ["PolarisUserID"] = token.User.Id,
            ["OrganizationID"] = 1,
            ["ExternalID"] = null,
            ["Name"] = token.User.Name,
            ["BranchID"] = 3,
            ["Enabled"] = true,
            ["CreatorID"] = 1,
            ["ModifierID"] = null,
            ["CreationDate"] = "2013-04-03T09:06:33.367",
            ["ModificationDate"] = null,
            ["NetworkDomainID"] = null,
            ["RecordStatusID"] = 1,
            ["Email"] = null,
            ["Groups"] = null,
        },
        ["ERMSNetworkAddress"] = "",
        ["DataSource"] = "fake",
        ["SiteCode"] = "",
    };
}
