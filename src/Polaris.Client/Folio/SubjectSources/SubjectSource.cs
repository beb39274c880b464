namespace Polaris.Client.Folio;

/// <summary>The vocabulary that a subject heading is taken from: Library of Congress Subject Headings, Medical Subject Headings, and so on.</summary>
public sealed class SubjectSource : ReferenceRecord
{
    internal static ReferenceDataKind<SubjectSource, ISubjectSourcesApi> Kind { get; } = new(
        "subject-sources", "subjectSources",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>The unique code; null = none.</summary>
    public string? Code { get; set; }

    /// <summary>Who maintains the subject source: <c>folio</c>, <c>local</c> or <c>consortium</c>. The server requires it, and takes no other word.</summary>
    public string? Source { get; set; }
}
