using Polaris.Client.Cataloging;
using Polaris.Client.Circulation;
using Polaris.Client.Workflows;

namespace Polaris.Client.Composition;

/// <summary>The library's prompt types, which a server may raise in any workflow.</summary>
internal static class PolarisPrompts
{
    public static IReadOnlyDictionary<WorkflowPromptId, PromptKind> ById { get; } = new[]
    {
        DisplayInPacPrompt.Kind,
        DuplicateBibRecordsPrompt.Kind,
        ReplacementErrorsPrompt.Kind,
        ConfirmBibDeletePrompt.Kind,
        DuplicateAuthorityRecordsPrompt.Kind,
        ManageLinkedRecordsPrompt.Kind,
        MarcValidationPrompt.Kind,
        ConfirmItemDeletePrompt.Kind,
        LinksWillBeBrokenPrompt.Kind,
        LastCopyPrompt.Kind,
        PatronBlockedPrompt.Kind,
        SerialHoldsPrompt.Kind,
    }.ToDictionary(kind => kind.Id);
}
