using System.Text.Json;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Testing;

/// <summary>Answers of the fake that are written with the types of the client, which the fake does not know.</summary>
internal static class ScriptedAnswers
{
    public static FakePolaris AnswerNextWorkflowCall(this FakePolaris fake, WorkflowAnswer answer) =>
        fake.AnswerNextWorkflowCall(200, JsonSerializer.Serialize(answer, WorkflowsJson.Default.WorkflowAnswer));
}
