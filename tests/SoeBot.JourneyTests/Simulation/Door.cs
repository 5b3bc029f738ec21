using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>The bot's real endpoint, token check and all, called without a network. A process that dies answers nothing.</summary>
internal sealed class Door(Func<Replica?> open, Func<string> token) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (open() is not { IsDead: false } replica) throw new HttpRequestException("Nobody is there.");
        await using var scope = replica.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var answer = new MemoryStream();
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json; charset=utf-8";
        context.Request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token()).ToString();
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        (context.Request.Body, context.Request.ContentLength) = (new MemoryStream(body), body.Length);
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));
        await replica.AnswerAsync(context);
        if (replica.IsDead) throw new HttpRequestException("The process died.");
        return new HttpResponseMessage((HttpStatusCode)context.Response.StatusCode) { Content = new ByteArrayContent(answer.ToArray()) };
    }

    public static RequestDelegate Of(WebApplication app) =>
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Single(one => one.RoutePattern.RawText == "/api/messages").RequestDelegate!;
}
