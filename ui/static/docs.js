// Swagger UI on this service's own description; its files come from this service too.
window.SwaggerUIBundle({ url: "openapi.json", dom_id: "#swagger-ui", deepLinking: false, validatorUrl: null, onComplete: addHeading });

/** Swagger UI leaves out the level between the page's heading and those of its groups. */
function addHeading() {
  const heading = document.createElement("h2");
  heading.textContent = "接口列表";
  document.querySelector(".opblock-tag-section").before(heading);
}
