namespace Polaris.Client.Folio;

/// <summary>The body of a sign-in request.</summary>
public sealed class FolioSignIn
{
    /// <summary>The name of the user.</summary>
    public string? Username { get; set; }

    /// <summary>The password. A secret.</summary>
    public string? Password { get; set; }

    /// <summary>Returns nothing of the content: the properties are secrets.</summary>
    public override string ToString() => nameof(FolioSignIn);
}
