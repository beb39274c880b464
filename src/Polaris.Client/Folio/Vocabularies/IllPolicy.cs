namespace Polaris.Client.Folio;

/// <summary>An interlibrary loan policy: whether holdings are lent to other libraries.</summary>
[FolioResource("ill-policies", "illPolicies")]
public sealed class IllPolicy : ReferenceRecord
{
    /// <summary>Where the policy comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
