using System.Runtime.CompilerServices;
using Polaris.Client.Benchmarks.ByHand;
using RestEase;

[assembly: InternalsVisibleTo(RestClient.FactoryAssemblyName)]

namespace Polaris.Client.Benchmarks.Declarative;

/// <summary>The same calls through another declarative client, with its usual serializer (Newtonsoft.Json).</summary>
internal interface IPolarisByRestEase
{
    [Post("objectlocks")]
    Task<ObjectLockDto> LockAsync([Body] ObjectReferenceDto target, CancellationToken cancellationToken);

    [Post("workflow")]
    Task<WorkflowAnswerDto> StartAsync([Body] WorkflowRequestDto request, CancellationToken cancellationToken);
}
