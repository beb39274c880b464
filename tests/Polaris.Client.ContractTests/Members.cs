using NUnit.Framework.Constraints;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests;

/// <summary>Compares a typed result member by member: one that is not named in the expected value must be empty.</summary>
internal static class Members
{
    /// <summary>
    /// Every public member must be equal, and so on inside. JSON that stays JSON is left to the typed members that are
    /// read from it.
    /// </summary>
    public static Constraint EqualTo<T>(T expected) =>
        Is.EqualTo(expected).UsingPropertiesComparer<T>(compare => compare
            .Excluding<WorkflowPromptExtension>(extension => extension.Data)
            .Excluding<WorkflowAnswerExtension>(extension => extension.Data));
}
