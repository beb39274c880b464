namespace Polaris.Client.Folio;

/// <summary>What a user sends to sign in.</summary>
public sealed class FolioSignIn
{
    /// <summary>The name of the user.</summary>
    public string? Username { get; set; }

    /// <summary>The password. A secret.</summary>
    public string? Password { get; set; }

    /// <summary>Shows nothing: the members are secrets.</summary>
    public override string ToString() => nameof(FolioSignIn);
}
