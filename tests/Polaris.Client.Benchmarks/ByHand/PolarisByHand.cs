using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Polaris.Client.Benchmarks.ByHand;

/// <summary>The baseline: what a good engineer writes for these calls with HttpClient and source-generated JSON, and no more.</summary>
/// <remarks>Headers first, the body read from the stream, the length of a request known, one header value for all.</remarks>
internal sealed class PolarisByHand(HttpClient http)
{
    private static readonly MediaTypeHeaderValue JsonMediaType = new("application/json");

    public Task<ObjectLockDto> LockAsync(int objectType, int objectId, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Post,
            "objectlocks",
            new ObjectReferenceDto { ObjectTypeID = objectType, ObjectID = objectId },
            ByHandJson.Default.ObjectReferenceDto,
            ByHandJson.Default.ObjectLockDto,
            cancellationToken);

    public Task<WorkflowAnswerDto> StartAsync(WorkflowRequestDto request, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Post,
            "workflow",
            request,
            ByHandJson.Default.WorkflowRequestDto,
            ByHandJson.Default.WorkflowAnswerDto,
            cancellationToken);

    public Task<WorkflowAnswerDto> ReplyAsync(
        Guid workflow, WorkflowReplyDto reply, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Put,
            $"workflow/{workflow}",
            reply,
            ByHandJson.Default.WorkflowReplyDto,
            ByHandJson.Default.WorkflowAnswerDto,
            cancellationToken);

    /// <summary>Saves the record, and replies Continue to the one prompt that is expected.</summary>
    public async Task<WorkflowAnswerDto> SaveAsync(CancellationToken cancellationToken)
    {
        var answer = await StartAsync(HideBibRecord.Request(), cancellationToken);
        if (answer is { WorkflowStatus: -3, Prompt: { WorkflowPromptID: 66, WorkflowPromptOptions: 6 } prompt })
        {
            answer = await ReplyAsync(
                answer.WorkflowRequestGuid,
                new WorkflowReplyDto { WorkflowPromptID = prompt.WorkflowPromptID, WorkflowPromptResult = 5 },
                cancellationToken);
        }

        return answer.WorkflowStatus == 1
            ? answer
            : throw new InvalidOperationException($"The workflow ended with status {answer.WorkflowStatus}.");
    }

    private async Task<TAnswer> SendAsync<TBody, TAnswer>(
        HttpMethod method,
        string address,
        TBody body,
        JsonTypeInfo<TBody> bodyJson,
        JsonTypeInfo<TAnswer> answerJson,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, bodyJson));
        request.Content.Headers.ContentType = JsonMediaType;
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync(stream, answerJson, cancellationToken)
            ?? throw new InvalidOperationException("The answer is null.");
    }
}
