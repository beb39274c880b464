namespace Polaris.Client.Folio;

/// <summary>A call number scheme, such as Dewey or Library of Congress.</summary>
/// <remarks>Types with the source <c>system</c> can be neither changed nor deleted.</remarks>
[FolioResource("call-number-types", "callNumberTypes")]
public sealed class CallNumberType : ReferenceRecord
{
    /// <summary>Where the type comes from: <c>system</c> or <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
