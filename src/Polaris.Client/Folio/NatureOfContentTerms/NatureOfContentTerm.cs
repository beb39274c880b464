namespace Polaris.Client.Folio;

/// <summary>What kind of content an instance has: bibliography, textbook, festschrift, and so on.</summary>
public sealed class NatureOfContentTerm : ReferenceRecord
{
    internal static ReferenceDataKind<NatureOfContentTerm, INatureOfContentTermsApi> Kind { get; } = new(
        "nature-of-content-terms", "natureOfContentTerms",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the term itself comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
