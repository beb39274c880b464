namespace Polaris.Client.Folio;

/// <summary>What a subject heading names: a person, a place, a topic, and so on.</summary>
public sealed class SubjectType : ReferenceRecord
{
    internal static ReferenceDataKind<SubjectType, ISubjectTypesApi> Kind { get; } = new(
        "subject-types", "subjectTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Who maintains the subject type: <c>folio</c>, <c>local</c> or <c>consortium</c>. The server requires it, and takes no other word.</summary>
    public string? Source { get; set; }
}
