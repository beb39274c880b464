using System.Text;
using Newtonsoft.Json;
using Polaris.Client.Benchmarks.ByHand;

namespace Polaris.Client.Benchmarks.Declarative;

/// <summary>HttpClient with Newtonsoft.Json, as most Polaris programs are written today.</summary>
internal sealed class PolarisByNewtonsoft(HttpClient http)
{
    public Task<ObjectLockDto> LockAsync(int objectType, int objectId, CancellationToken cancellationToken) =>
        PostAsync<ObjectLockDto>(
            "objectlocks", new ObjectReferenceDto { ObjectTypeID = objectType, ObjectID = objectId }, cancellationToken);

    public Task<WorkflowAnswerDto> StartAsync(WorkflowRequestDto request, CancellationToken cancellationToken) =>
        PostAsync<WorkflowAnswerDto>("workflow", request, cancellationToken);

    private async Task<T> PostAsync<T>(string address, object body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(JsonConvert.SerializeObject(body), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(address, content, cancellationToken);
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return JsonConvert.DeserializeObject<T>(text) ?? throw new InvalidOperationException("The answer is null.");
    }
}
