using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>The credentials for Polaris: exactly one of a staff user with password, a ready token pair, or a source of bearer tokens.</summary>
public sealed class PolarisCredentials
{
    /// <summary>The Windows or Polaris domain of the staff user, as in <c>DOMAIN\user</c>.</summary>
    public string? Domain { get; set; }

    /// <summary>The name of the staff user, without domain.</summary>
    public string? UserName { get; set; }

    /// <summary>The password of the staff user. Keep it in a secret store, not in a settings file.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public string? Password { get; set; }

    /// <summary>A token that was issued earlier, together with <see cref="AccessSecret"/>; it is not renewed.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public string? AccessToken { get; set; }

    /// <summary>The secret that belongs to <see cref="AccessToken"/>.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public string? AccessSecret { get; set; }

    /// <summary>Returns an OAuth 2 bearer token. Called before each request, so it should cache the token while it is valid.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public Func<CancellationToken, ValueTask<string>>? BearerToken { get; set; }

    /// <summary>Whether the user name and password are to be used.</summary>
    internal bool IsStaffUser => UserName is not null || Password is not null || Domain is not null;

    internal bool IsTokenPair => AccessToken is not null || AccessSecret is not null;

    internal PolarisCredentials Copy() => (PolarisCredentials)MemberwiseClone();

    /// <summary>Returns the name of the type only: the properties are secrets, which is why JSON omits them, too.</summary>
    public override string ToString() => nameof(PolarisCredentials);

    /// <summary>The problems; null for each check that passes.</summary>
    internal IEnumerable<string?> Problems(string prefix)
    {
        var ways = (IsStaffUser ? 1 : 0) + (IsTokenPair ? 1 : 0) + (BearerToken is null ? 0 : 1);
        return
        [
            ways == 1 ? null
                : $"{prefix}: set exactly one of Domain + UserName + Password, AccessToken + AccessSecret, or BearerToken; {ways} are set.",
            CredentialText.Problem($"{prefix}:{nameof(Domain)}", Domain, IsStaffUser),
            CredentialText.Problem($"{prefix}:{nameof(UserName)}", UserName, IsStaffUser),
            CredentialText.Problem($"{prefix}:{nameof(Password)}", Password, IsStaffUser),
            CredentialText.Problem($"{prefix}:{nameof(AccessToken)}", AccessToken, IsTokenPair),
            CredentialText.Problem($"{prefix}:{nameof(AccessSecret)}", AccessSecret, IsTokenPair),
            CredentialText.HeaderProblem($"{prefix}:{nameof(AccessToken)}", AccessToken),
            CredentialText.HeaderProblem($"{prefix}:{nameof(AccessSecret)}", AccessSecret),
            HoldsSeparator(UserName) || HoldsSeparator(Domain)
                ? $"{prefix}: UserName and Domain must not contain ':' or '\\'; set the domain in its own property." : null,
        ];
    }

    private static bool HoldsSeparator(string? name) => name?.IndexOfAny([':', '\\']) >= 0;
}
