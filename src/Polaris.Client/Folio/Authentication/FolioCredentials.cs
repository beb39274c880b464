using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using Polaris.Client.Http;

namespace Polaris.Client.Folio;

/// <summary>The credentials for FOLIO: exactly one of a user with password, or a source of tokens.</summary>
public sealed class FolioCredentials
{
    /// <summary>The name of the FOLIO user.</summary>
    public string? UserName { get; set; }

    /// <summary>The password of the user. Keep it in a secret store, not in a settings file.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public string? Password { get; set; }

    /// <summary>
    /// Returns an access token (a JWT) for a tenant. Called before each request, so it should cache the token while it
    /// is valid; called once more if the gateway rejects the token.
    /// </summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public Func<string, CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    private bool IsUser => UserName is not null || Password is not null;

    internal FolioCredentials Copy() => (FolioCredentials)MemberwiseClone();

    /// <summary>Returns the name of the type only: the properties are secrets, which is why JSON omits them, too.</summary>
    public override string ToString() => nameof(FolioCredentials);

    /// <summary>The problems; null for each check that passes.</summary>
    internal IEnumerable<string?> Problems(string prefix) =>
    [
        IsUser == TokenProvider is not null
            ? $"{prefix}: set either UserName + Password or TokenProvider; {(IsUser ? "both" : "none")} is set." : null,
        CredentialText.Problem($"{prefix}:{nameof(UserName)}", UserName, IsUser),
        CredentialText.Problem($"{prefix}:{nameof(Password)}", Password, IsUser),
    ];
}
